/** A need gets another owner: what goes along. */
import type { UnitId } from '@zhiyuan/kernel'
import { findParent, type UnitTree } from '../../../organisation/units/units.read.ts'
import type { NeedEvent, NeedMisrouted, Pending } from '../need.codec.ts'
import type { ExistingNeed, NeedState } from '../need.state.ts'
import { copyOpened, unlist } from './shared.ts'

/** What waits at the owner, and until when. */
export const findPending = (state: ExistingNeed): Pending | null => {
  if (state.type === 'Submitted')
    return { waits: state.hold === 'held' ? 'release' : 'answer', dueAt: state.answerDueAt }
  if (state.type === 'InfoRequested') return { waits: 'information', dueAt: state.lapsesAt }
  if (state.type !== 'Approved' || state.standing !== 'approved') return null
  return { waits: 'order', dueAt: state.orderDue?.dueAt ?? null }
}

export const isUnderWay = (state: NeedState): boolean =>
  state.type === 'Submitted' ||
  state.type === 'InfoRequested' ||
  (state.type === 'Approved' && state.standing !== 'met')

export const moveOwner = (
  state: ExistingNeed,
  { to, reason, survivor }: Pick<NeedMisrouted, 'to' | 'reason' | 'survivor'>,
): NeedMisrouted => ({
  type: 'NeedMisrouted',
  ...copyOpened(state),
  from: state.owner,
  to,
  reason,
  pending: findPending(state),
  survivor,
  orders: [...state.orders],
  duplicates: state.duplicates.map(({ duplicate }) => duplicate),
})

/** N12: an overdue need stands above its new owner instead. One that is unmet stays listed at the city. */
export const relist = (state: ExistingNeed, to: UnitId, tree: UnitTree): ReadonlyArray<NeedEvent> => {
  if (state.type !== 'Approved' || state.orderDue === null || state.listedAt === null) return []
  const above = findParent(tree, to)
  const { dueAt } = state.orderDue
  const listed = { listedAt: above ?? to, byAssessor: above === null, dueAt, setFor: dueAt }
  return [...unlist(state), { type: 'OrderOverdue', ...copyOpened(state), unitId: to, ...listed }]
}
