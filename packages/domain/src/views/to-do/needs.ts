import type { UnitId } from '@zhiyuan/kernel'
import type { NeedId } from '../../vocabulary/ids.ts'
import type { Cases } from '../cases.ts'
import { endWaiting, caseHere, startWaiting } from './cases.ts'
import type { ToDoRow } from './row.ts'

const need = caseHere(({ unitId, needId }: { readonly unitId: UnitId; readonly needId: NeedId }) => ({
  place: unitId,
  subject: { type: 'need', needId },
}))
const answered = need(endWaiting)

/** Items at the unit that owns the need: first the answer (N2), then the order for an approved need. */
export const needs: Cases<ToDoRow> = {
  NeedSubmitted: need(({ answerDueAt }) => startWaiting('answer', { clock: 'answer', at: answerDueAt })),
  InformationRequested: need(({ lapsesAt }) => startWaiting('information', { clock: 'information', at: lapsesAt })),
  InformationSupplied: need(() => startWaiting('answer')),
  InformationLapsed: answered,
  NeedApproved: need(() => startWaiting('order')),
  NeedRejected: answered,
  NeedReferred: answered,
  NeedMerged: answered,
  NeedWithdrawn: answered,
}
