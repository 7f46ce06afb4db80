import { send, type PersonId, type Process } from '@zhiyuan/kernel'
import type { LedgerCommand, LedgerEvent } from '../../ledger.ts'

/** Whether a registration is one of several of a human: only then is what it writes looked at again. */
export interface MergedRow {
  readonly merged: boolean
}

const written = [
  'RecordSubmitted',
  'RecordResubmitted',
  'RecordVerified',
  'RecordCorrected',
  'RecordReinstated',
  'HoldCleared',
] as const
type Written = Extract<LedgerEvent, { readonly type: (typeof written)[number] }>
const isWritten = (event: LedgerEvent): event is Written => (written as ReadonlyArray<string>).includes(event.type)

const recheck = (volunteer: PersonId, tell: ReadonlyArray<PersonId> | null) =>
  send({ type: 'RecheckOverlaps' as const, volunteer, tell })

/** A registration that stood alone so far: the others of its group were remembered when they were merged. */
const alone = (group: ReadonlyArray<PersonId>): ReadonlyArray<PersonId> => (group.length === 1 ? group : [])

/**
 * G2, H5: a merge has each registration of the smaller group rechecked; whatever a merged registration writes afterwards has it rechecked, for
 * it was decided on what had been read of the others. The first look tells the others once; one that was told does not tell back. After a merge
 * only the larger group is told: the smaller one looks by itself, so that many merges at once do not have everybody tell everybody.
 */
export const recheckOverlaps: Process<MergedRow, LedgerEvent, LedgerCommand> = {
  name: 'recheck-overlaps',
  version: 1,
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
