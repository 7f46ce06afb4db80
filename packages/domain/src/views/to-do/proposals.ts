import type { Cases } from '../cases.ts'
import type { RulingId } from '../../slices/organisation/proposal/proposal.codec.ts'
import { caseHere, endWaiting, startWaiting } from './cases.ts'
import { authorityPlace, type ToDoRow } from './row.ts'

/** The item of a proposed ruling, at the top. */
export const ruling = caseHere(({ rulingId }: { readonly rulingId: RulingId }) => ({
  place: authorityPlace,
  subject: { type: 'ruling', rulingId },
}))

/** Items at the top: what one person has proposed to rule, and an assessor or administrator decides (G8). */
export const proposals: Cases<ToDoRow> = {
  RulingProposed: ruling(() => startWaiting('second-person')),
  RulingMade: ruling(endWaiting),
}
