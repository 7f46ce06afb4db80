import { send, type PersonId, type Process } from '@zhiyuan/kernel'
import type { LedgerCommand, LedgerEvent } from '../../ledger.ts'

/** The other registrations of a human, as far as that registration's records know. */
export interface SamePersonRow {
  readonly others: ReadonlyArray<PersonId>
}

const recorded = [
  'RecordSubmitted',
  'RecordResubmitted',
  'RecordVerified',
  'RecordCorrected',
  'RecordReinstated',
] as const
type Recorded = Extract<LedgerEvent, { readonly type: (typeof recorded)[number] }>
const isRecorded = (event: LedgerEvent): event is Recorded => (recorded as ReadonlyArray<string>).includes(event.type)

const note = (volunteer: PersonId, other: PersonId) => send({ type: 'NoteSamePerson' as const, volunteer, other })
const bothSides = (one: PersonId, other: PersonId) => [note(one, other), note(other, one)]
const recheck = (volunteer: PersonId, other: PersonId) => send({ type: 'RecheckOverlaps' as const, volunteer, other })

/**
 * G2, H5: a merge is noted on both sides, and on every registration that was merged before; whatever one side writes afterwards has the
 * other sides looked at again, for each decided on what it had read of the other.
 */
export const samePerson: Process<SamePersonRow, LedgerEvent, LedgerCommand> = {
  name: 'same-person',
  version: 1,
  initial: () => ({ others: [] }),
  keys: (event) => (event.type === 'SamePersonNoted' || isRecorded(event) ? [event.volunteer] : []),
  evolve: (row, { data }) => (data.type === 'SamePersonNoted' ? { others: [...row.others, data.other] } : row),
  react: ({ data }, rows) => {
    if (data.type === 'VolunteerMerged') return bothSides(data.survivor, data.person)
    if (data.type === 'SamePersonNoted')
      return [...data.known.flatMap((known) => bothSides(known, data.other)), recheck(data.other, data.volunteer)]
    return isRecorded(data) ? rows.flatMap(({ others }) => others.map((other) => recheck(other, data.volunteer))) : []
  },
}
