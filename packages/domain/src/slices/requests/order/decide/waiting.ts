/** Those who wait for the service of an order decide nothing about it in office (G7). */
import type { Moment } from '@zhiyuan/kernel'
import type { Part } from '../../../organisation/permit.ts'
import { policyReads } from '../../../organisation/policy-reads.ts'
import { humansRead, type Humans } from '../../../people/humans/humans.read.ts'
import { refuseByRow } from '../../../people/own-favour.ts'
import { findPrivateProxy, needRead, type NeedState } from '../../need/need.read.ts'
import type { OrderCommand, ReviewerKind } from '../order.codec.ts'
import type { OrderRejection } from '../order.rejection.ts'
import type { OrderFacts, OrderState } from '../order.state.ts'

/** The need says whose proxy is private, and a merge which registrations are one human. */
export const waitingReads = (_command: OrderCommand, state: OrderState, { jurisdiction }: Moment) => ({
  need: state.type === 'None' ? null : needRead(state.placed.needId),
  humans: humansRead(jurisdiction),
})

/** The same beside the policies, of which most decisions read the terms. */
export const decidingReads = (command: OrderCommand, state: OrderState, moment: Moment) => ({
  ...waitingReads(command, state, moment),
  ...policyReads(command, state, moment),
})

interface Waiting {
  readonly need: NeedState | null
  readonly humans: Humans
}

/** Null where the acting person does not wait for the service, under any registration, or the row does not mind. */
export const refuseWaiting = (
  row: { readonly never: ReadonlyArray<ReviewerKind | Part> },
  { placed }: OrderFacts,
  { need, humans, actor }: Waiting & Pick<Moment, 'actor'>,
): OrderRejection | null => {
  const proxy = need === null ? null : findPrivateProxy(need)
  const waiting = { requester: [placed.requester], contact: [placed.contact], proxy: [proxy] }
  return refuseByRow(row, { humans, actor }, waiting)
}
