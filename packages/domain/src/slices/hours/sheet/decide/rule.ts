/** One approver rules on all lines of a sheet (H14). */
import * as E from 'fp-ts/lib/Either.js'
import { sameContent, type Moment, type PersonId } from '@zhiyuan/kernel'
import { actingPerson, refuseAuthority } from '../../../organisation/authority.ts'
import { listHolders, unitsRead, type UnitTree } from '../../../organisation/units/units.read.ts'
import { humansRead, type Humans } from '../../../people/humans/humans.read.ts'
import { refuseByRow } from '../../../people/own-favour.ts'
import { findPrivateProxy, needRead, type NeedState } from '../../../requests/need/need.read.ts'
import { orderRead, type OrderState } from '../../../requests/order/order.read.ts'
import type { ApproveSheet, RejectSheet, ReturnSheet, SheetEntered } from '../sheet.codec.ts'
import type { SheetRejection } from '../sheet.rejection.ts'
import { sheetRoles } from '../sheet.roles.ts'
import { answeringUnit, includesHuman, listHands, listPeople, notAllowed, on, type Decision } from './shared.ts'

type Ruling = ApproveSheet | ReturnSheet | RejectSheet

/** What a ruling on a sheet is judged by. */
export interface Ruled {
  readonly entered: SheetEntered
  /** Who entered an edition of it, or gave it the name. */
  readonly hands: ReadonlyArray<PersonId>
  readonly tree: UnitTree
  readonly humans: Humans
  readonly order: OrderState | null
  readonly need: NeedState | null
}

/** The need of the order, where there is one. */
export const readNeed = ({ order }: { readonly order: OrderState | null }) => ({
  need: order === null || order.type === 'None' ? null : needRead(order.placed.needId),
})

const readOrder = ({ occasion }: SheetEntered) => (occasion.type === 'order' ? orderRead(occasion.orderId) : null)

/** G7, H7: neither a hand nor a name of the sheet, in any edition, nor a person whom it credits or who asked for the service. */
export const refuseInvolved = (
  { entered, hands, humans, order, need }: Ruled,
  { actor }: Moment,
  { type }: Ruling,
): SheetRejection | null => {
  if (actor.type !== 'person') return null
  const { person } = actor
  if (includesHuman(humans, hands, person)) return { type: 'RulesOwnSheet', person }
  const asking = order === null || order.type === 'None' ? null : order.placed
  return refuseByRow(
    sheetRoles[type],
    { humans, actor },
    {
      volunteer: listPeople(entered),
      requester: [asking?.requester ?? null],
      contact: [asking?.contact ?? null],
      proxy: [need === null ? null : findPrivateProxy(need)],
    },
  )
}

/** By post an approver of the unit that answers for the sheet, or of one above it. */
export const refuseApprover = (
  { entered, tree }: Ruled,
  { actor }: Moment,
  { type }: Ruling,
): SheetRejection | null => {
  const { bodyId } = entered
  const unit = answeringUnit(tree, bodyId)
  if (unit === null) return { type: 'UnknownBody', body: bodyId }
  const refusal = refuseAuthority(tree, actor, { command: type, unit, roles: sheetRoles[type].roles })
  if (refusal !== null) return refusal
  if (actor.type !== 'person') return { type: 'NotAuthorised', command: type }
  return listHolders(tree, actor.unit, actor.role).includes(actor.person)
    ? null
    : { type: 'PostNotHeld', unit: actor.unit, post: actor.role, person: actor.person }
}

export const copyStep = ({ sheetId, edition, bodyId }: SheetEntered) => ({ sheetId, edition, bodyId })

export const rulingAuthority = {
  roles: sheetRoles.ApproveSheet.roles,
  at: "the unit that answers for the sheet's body or above",
  also: null,
} as const

const isSameRuling = (
  ruling: { readonly by: PersonId; readonly reason: ReturnSheet['reason'] } | undefined,
  { reason }: ReturnSheet | RejectSheet,
  by: PersonId | null,
): boolean => ruling !== undefined && ruling.by === by && sameContent(ruling.reason, reason)

const reads = (
  _command: ReturnSheet | RejectSheet,
  state: { readonly type: string; readonly entered?: SheetEntered },
  { jurisdiction }: Moment,
) => ({
  tree: unitsRead(jurisdiction),
  humans: humansRead(jurisdiction),
  order: state.entered === undefined ? null : readOrder(state.entered),
})

/** Sends the sheet back to be entered again. */
export const returnSheet = on<ReturnSheet>()({
  allowed: rulingAuthority,
  reads,
  thenReads: readNeed,
  decide:
    (command, found, moment) =>
    (state): Decision => {
      const by = actingPerson(moment)
      if (state.type !== 'None' && state.returns.some((one) => isSameRuling(one, command, by))) return E.right([])
      if (state.type !== 'Entered') return E.left(notAllowed(state, command))
      const ruled = { ...found, entered: state.entered, hands: listHands(state) }
      const refusal = refuseApprover(ruled, moment, command) ?? refuseInvolved(ruled, moment, command)
      if (refusal !== null) return E.left(refusal)
      if (by === null) return E.left({ type: 'NotAuthorised', command: command.type })
      return E.right([{ type: 'SheetReturned', ...copyStep(state.entered), by, reason: command.reason }])
    },
})

/** Final (H9): no line of it counts. */
export const rejectSheet = on<RejectSheet>()({
  allowed: rulingAuthority,
  reads,
  thenReads: readNeed,
  decide:
    (command, found, moment) =>
    (state): Decision => {
      const by = actingPerson(moment)
      if (state.type === 'Rejected' && isSameRuling(state.rejected, command, by)) return E.right([])
      if (state.type !== 'Entered' && state.type !== 'Returned') return E.left(notAllowed(state, command))
      const ruled = { ...found, entered: state.entered, hands: listHands(state) }
      const refusal = refuseApprover(ruled, moment, command) ?? refuseInvolved(ruled, moment, command)
      if (refusal !== null) return E.left(refusal)
      if (by === null) return E.left({ type: 'NotAuthorised', command: command.type })
      return E.right([{ type: 'SheetRejected', ...copyStep(state.entered), by, reason: command.reason }])
    },
})
