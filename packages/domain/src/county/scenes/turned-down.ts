/** Needs that are held, referred or turned down. */
import { approveNeed, newMatter, submitNeed } from '../deeds/needs.ts'
import { hall, residents, town, units } from '../people.ts'
import { deed, why, type CountyActor, type CountyScene } from '../scene.ts'

/** A grid worker tells of more needs in a day than the policy has: the last one waits for the clerk. */
export const tooMany: CountyScene = {
  name: 'tooMany',
  write: ({ id, pick }) => {
    const by: CountyActor = { type: 'person', person: `g${id}`, role: 'grid-worker', unit: units.village }
    const tell = (part: string) =>
      submitNeed(by, `N${id}${part}`, {
        requester: pick(residents).person,
        proxy: { person: by.person, kind: 'grid-worker' },
        channel: 'grid-worker',
      })
    const needId = `N${id}d`
    return [
      ...['a', 'b', 'c', 'd'].map(tell),
      approveNeed(needId),
      deed(hall.clerk, 'ReleaseNeed', { needId, ...why() }),
      pick([approveNeed(needId), deed(hall.clerk, 'RejectNeed', { needId, ...why('abuse') })]),
    ]
  },
}

/** A clerk would answer the own need, and the town refers it. */
export const ownNeed: CountyScene = {
  name: 'ownNeed',
  write: (cast) => {
    const { needId } = newMatter(cast)
    return [
      submitNeed({ ...hall.clerk, role: 'resident' }, needId),
      cast.pick([approveNeed(needId), deed(hall.clerk, 'RejectNeed', { needId, ...why() })]),
      deed(town.clerk, 'ReferNeed', { needId, receiver: '民政所', ...why('elsewhere') }),
      deed(hall.clerk, 'WithdrawNeed', { needId, reason: 'elsewhere' }),
    ]
  },
}
