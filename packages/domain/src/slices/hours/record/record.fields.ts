/** Fields that commands and events of a record share. */
import { list, nullable } from '@zhiyuan/kernel'
import { PersonId, RecordId } from '../../../vocabulary/ids.ts'
import { mostRegistrations } from '../../people/humans/humans.codec.ts'

/** Names one record: a record id is unique within its volunteer only. */
export const recordKey = { volunteer: PersonId, recordId: RecordId }

/** The registrations that may be told to look too, where their records have to give way; null: all others of the human. */
export const recheckScope = { tell: nullable(list(PersonId, 0, mostRegistrations)) }
