/** What a burst adds to a volunteer's records (H12). */
import type * as t from 'io-ts'
import { closed, literal } from '@zhiyuan/kernel'
import { BurstId } from '../../../vocabulary/ids.ts'
import { CaseNumber } from '../burst/burst.codec.ts'
import { recordKey } from './record.fields.ts'

/**
 * Sent by a process for each record of a case after the ruling (H12). `none`: its hold is cleared. `burst`: the record is rejected, or voided where it
 * was suspended. A no-op while there is no ruling, and where the hold is not open.
 */
export const SettleBurst = closed({
  type: literal('SettleBurst'),
  ...recordKey,
  burstId: BurstId,
  number: CaseNumber,
})
export interface SettleBurst extends t.TypeOf<typeof SettleBurst> {}
