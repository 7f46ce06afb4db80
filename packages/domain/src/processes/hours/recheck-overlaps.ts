import { send, type PersonId, type Process } from '@zhiyuan/kernel'
import type { LedgerCommand, LedgerEvent } from '../../ledger.ts'

/** Whether a registration is one of several of a human: only then are its events followed by a recheck. */
export interface MergedRow {
  readonly merged: boolean
}

const written = [
  'RecordSubmitted',
  'RecordResubmitted',
  'RecordVerified',
  'RecordCorrected',
  'RecordReinstated',
  'RecordVoided',
  'HoldCleared',
  'HoldsReviewed',
] as const satisfies ReadonlyArray<LedgerEvent['type']>
type Written = Extract<LedgerEvent, { readonly type: (typeof written)[number] }>
const isWritten = (event: LedgerEvent): event is Written => (written as ReadonlyArray<string>).includes(event.type)

const recheck = (volunteer: PersonId, tell: ReadonlyArray<PersonId> | null) =>
  send({ type: 'RecheckOverlaps' as const, volunteer, tell })

/** A registration that was alone until now. The members of a larger group have been marked as merged before. */
const alone = (group: ReadonlyArray<PersonId>): ReadonlyArray<PersonId> => (group.length === 1 ? group : [])

/**
 * G2, H5, H9: a merge has each registration of the smaller group rechecked. Later events of a merged registration have it rechecked too, since
 * their decisions rest on what had been read of the others. The first recheck asks once for rechecks of the others (`tell`), and those ask
 * for no further ones. After a merge only the larger group is told, because the smaller one is rechecked anyway: otherwise many merges at
 * once would have every registration tell every other.
 */
export const recheckOverlaps: Process<MergedRow, LedgerEvent, LedgerCommand> = {
  name: 'recheck-overlaps',
  version: 2,
  initial: () => ({ merged: false }),
  keys: (event) => {
    if (event.type === 'RegistrationsMerged') return [...alone(event.joining), ...alone(event.there)]
    return isWritten(event) ? [event.volunteer] : []
  },
  evolve: (row, { data }) => (data.type === 'RegistrationsMerged' ? { merged: true } : row),
  react: ({ data }, rows) => {
    if (data.type === 'RegistrationsMerged') {
      const { joining, there } = data
      const [smaller, larger] = joining.length <= there.length ? [joining, there] : [there, joining]
      return smaller.map((one) => recheck(one, larger))
    }
    if (data.type === 'OverlapsRechecked')
      return [...(data.more ? [recheck(data.volunteer, [])] : []), ...data.others.map((other) => recheck(other, []))]
    return isWritten(data) && rows[0]?.merged === true ? [recheck(data.volunteer, null)] : []
  },
}
