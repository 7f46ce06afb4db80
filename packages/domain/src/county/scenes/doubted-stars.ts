/** Stars whose records are taken away. */
import { reinstate, suspend, voidRecord, type RecordKey } from '../deeds/people.ts'
import { newApplication, seeStar, toGranted } from '../deeds/stars.ts'
import { otherHall, otherTown, starAuthority, starred, unstarred } from '../people.ts'
import { deed, why, type CountyActor, type CountyScene, type CountyStep } from '../scene.ts'
import { listRecords } from '../veterans.ts'

type Ending = 'uphold' | 'lower' | 'revoke'
/** Ends an examination; a star is lowered by so many steps. */
const end =
  (by: CountyActor, volunteer: string, how: Ending, steps = 1): CountyStep =>
  (look) => {
    const { held, examinations: examination } = seeStar(look, volunteer)
    const said = { volunteer, examination, ...why('looked-into') }
    if (how === 'uphold') return deed(by, 'UpholdStar', said)
    if (how === 'revoke') return deed(by, 'RevokeStar', said)
    return deed(by, 'LowerStar', { ...said, level: Math.max(1, (held?.level ?? 1) - steps) })
  }

const toDoubted = (record: RecordKey): ReadonlyArray<CountyStep> => [
  suspend(otherHall.approver, record),
  voidRecord(otherTown.approver, record),
]

/** A star rests on a record that is taken away: it stays, is lowered, or ends. */
export const starDoubted: CountyScene = {
  name: 'starDoubted',
  write: ({ pick }) => {
    const one = pick(starred)
    const { ofOrder, ofSheet } = listRecords(one)
    const how = pick(['uphold', 'uphold', 'lower', 'lower', 'revoke'] as const)
    return [
      suspend(otherHall.approver, pick([ofOrder, ofOrder, ofSheet])),
      pick([end(starAuthority, one.person, 'lower', 0), end(pick([starAuthority, one]), one.person, how)]),
      end(starAuthority, one.person, how),
      reinstate(otherTown.approver, ofOrder),
    ]
  },
}

/** A star of the lowest level, of which nothing is left. */
export const starLost: CountyScene = {
  name: 'starLost',
  write: ({ id, pick }) => {
    const one = pick(unstarred)
    const { ofOrder, ofSheet } = listRecords(one)
    return [
      ...toGranted(one, newApplication(one, id)),
      ...toDoubted(ofOrder),
      suspend(otherTown.approver, ofSheet),
      end(starAuthority, one.person, 'revoke'),
    ]
  },
}
