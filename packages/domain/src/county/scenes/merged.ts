/** Needs that ask for the same, or were thought to. */
import { approveNeed, mergeNeed, newMatter, submitNeed, toApproved } from '../deeds/needs.ts'
import { placeOrder } from '../deeds/orders.ts'
import { ratePart, toReported } from '../deeds/serving.ts'
import { assessor, hall, residents, town, units, volunteers } from '../people.ts'
import { deed, why, type CountyScene } from '../scene.ts'

/** A need is merged into an older one, and the merge was wrong. */
export const mergedInError: CountyScene = {
  name: 'mergedInError',
  write: (cast) => {
    const [older, younger] = [newMatter(cast, 'a'), newMatter(cast, 'b')]
    return [
      ...toApproved(older),
      submitNeed(older.requester, younger.needId),
      mergeNeed(younger.needId, older.needId),
      deed(cast.pick([hall.clerk, town.clerk]), 'UnmergeNeed', { needId: younger.needId, ...why('another-need') }),
      approveNeed(younger.needId),
    ]
  },
}

/** The older need ends unserved, and the merged one is its clerk's again. */
export const survivorEnded: CountyScene = {
  name: 'survivorEnded',
  write: (cast) => {
    const [older, younger] = [newMatter(cast, 'a'), newMatter(cast, 'b')]
    return [
      submitNeed(older.requester, older.needId),
      submitNeed(younger.requester, younger.needId),
      mergeNeed(older.needId, younger.needId),
      mergeNeed(younger.needId, older.needId),
      cast.pick([
        deed(hall.clerk, 'RejectNeed', { needId: older.needId, ...why('not-a-need') }),
        deed(older.requester, 'WithdrawNeed', { needId: older.needId, reason: 'solved' }),
      ]),
    ]
  },
}

/** Merged needs belong to another unit, and the order of the older one follows. */
export const mergedElsewhere: CountyScene = {
  name: 'mergedElsewhere',
  write: (cast) => {
    const [older, younger] = [newMatter(cast, 'a'), newMatter(cast, 'b')]
    return [
      ...toApproved(older),
      submitNeed(younger.requester, younger.needId),
      mergeNeed(younger.needId, older.needId),
      placeOrder(hall.clerk, older),
      deed(town.clerk, 'RuleMisrouted', { needId: older.needId, to: units.hamlet, ...why('misrouted') }),
      cast.pick([
        deed(town.clerk, 'UnmergeNeed', { needId: younger.needId, ...why('another-need') }),
        deed(older.requester, 'WithdrawNeed', { needId: older.needId, reason: 'solved' }),
      ]),
    ]
  },
}

/** One service for two people, one of whom rates the own part of it, and has the service done again. */
export const servedTogether: CountyScene = {
  name: 'servedTogether',
  write: (cast) => {
    const matter = newMatter(cast)
    const other = cast.pick(residents)
    const round = { orderId: matter.orderId, round: 1 }
    return [
      ...toReported(matter, cast.pick(volunteers)),
      ...ratePart(matter, other),
      deed(assessor, 'FollowUpOrder', { ...round, verdict: 'partly', comment: null }),
      deed(other, 'ReopenOrder', { ...round, ...why('half-done') }),
    ]
  },
}
