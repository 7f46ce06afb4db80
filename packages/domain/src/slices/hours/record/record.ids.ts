/** How one record is named by other records and slices. */
import type * as t from 'io-ts'
import { closed } from '@zhiyuan/kernel'
import { PersonId, RecordId, type HoldId } from '../../../vocabulary/ids.ts'

/** Names one record: a record id is unique within its volunteer only. */
export const RecordRef = closed({ volunteer: PersonId, recordId: RecordId })
export interface RecordRef extends t.TypeOf<typeof RecordRef> {}

/** The hold of an objection: each person objects to a record once (H20). */
export const objectionHoldId = (by: PersonId): HoldId => `objection:${by}` as HoldId
