import type { UnitId } from '@zhiyuan/kernel'
import type { NeedId } from '../../vocabulary/ids.ts'
import type { Cases } from '../cases.ts'
import { done, here, waiting } from './here.ts'
import type { ToDoRow } from './row.ts'

const need = here(({ unitId, needId }: { readonly unitId: UnitId; readonly needId: NeedId }) => ({
  place: unitId,
  subject: { type: 'need', needId },
}))
const answered = need(done)

/** At the unit that owns the need: an answer (N2), then the order for what was approved. */
export const needs: Cases<ToDoRow> = {
  NeedSubmitted: need(({ answerDueAt }) => waiting('answer', { clock: 'answer', at: answerDueAt })),
  InformationRequested: need(({ lapsesAt }) => waiting('information', { clock: 'information', at: lapsesAt })),
  InformationSupplied: need(() => waiting('answer')),
  InformationLapsed: answered,
  NeedApproved: need(() => waiting('order')),
  NeedRejected: answered,
  NeedReferred: answered,
  NeedMerged: answered,
  NeedWithdrawn: answered,
}
