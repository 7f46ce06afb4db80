/** Fields that commands and events of a record share. */
import { list, nullable } from '@zhiyuan/kernel'
import { PersonId, RecordId } from '../../../vocabulary/ids.ts'
import { mostRegistrations } from '../../people/humans/humans.codec.ts'

/** Names one record: an id of a record is unique within its volunteer only. */
export const recordKey = { volunteer: PersonId, recordId: RecordId }

/** The registrations that may be asked to look as well, where their records have to give way; null: every other one of the human. */
export const recheckScope = { tell: nullable(list(PersonId, 0, mostRegistrations)) }
