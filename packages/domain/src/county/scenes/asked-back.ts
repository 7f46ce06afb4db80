/** Clerks who ask what is meant before they answer a need. */
import { approveNeed, newMatter, submitNeed } from '../deeds/needs.ts'
import { hall, town } from '../people.ts'
import { deed, addHours, why, words, type CountyScene } from '../scene.ts'

const ask = (needId: string, question: number) =>
  deed(hall.clerk, 'RequestInformation', { needId, question: words(`Q${needId}${question}`) })

/** A clerk asks, is answered, asks again, and once too often. */
export const askedBack: CountyScene = {
  name: 'askedBack',
  write: (cast) => {
    const { needId, requester } = newMatter(cast)
    const supply = (answer: number) =>
      deed(cast.pick([requester, hall.clerk, town.clerk]), 'SupplyInformation', {
        needId,
        answer: words(`A${needId}${answer}`),
      })
    return [
      submitNeed(requester, needId),
      ask(needId, 1),
      supply(1),
      ask(needId, 2),
      supply(2),
      cast.pick([ask(needId, 3), approveNeed(needId)]),
      deed(hall.clerk, 'RejectNeed', { needId, ...why('not-a-need') }),
    ]
  },
}

/** Two people do not answer: one who wrote herself, and one who called, whose need is decided as it stands. */
export const leftUnanswered: CountyScene = {
  name: 'leftUnanswered',
  write: (cast) => {
    const [written, called] = [newMatter(cast, 'a'), newMatter(cast, 'b')]
    return [
      submitNeed(written.requester, written.needId),
      ask(written.needId, 1),
      submitNeed(called.requester, called.needId, { channel: 'telephone', kind: 'health' }),
      ask(called.needId, 1),
      ({ now }) => ({ until: addHours(now, 8 * 24) }),
      deed(written.requester, 'SupplyInformation', { needId: written.needId, answer: words(`A${written.needId}`) }),
      cast.pick([ask(called.needId, 2), approveNeed(called.needId)]),
    ]
  },
}
