import { send, type Reaction } from '@zhiyuan/kernel'
import type { LedgerCommand, LedgerEvent } from '../../ledger.ts'
import { defineProcess } from '../define-process.ts'

type Counting = Extract<LedgerEvent, { readonly type: 'RecordVerified' | 'RecordCorrected' | 'RecordReinstated' }>

const credit = ({ volunteer, recordId, revision, day, minutes }: Counting): ReadonlyArray<Reaction<LedgerCommand>> => [
  send({ type: 'CreditPoints', volunteer, recordId, revision, day, minutes }),
]

/** Credits the points of a record that counts with these minutes from now on. */
export const creditPoints = defineProcess('credit-points', {
  RecordVerified: credit,
  RecordCorrected: credit,
  RecordReinstated: credit,
})
