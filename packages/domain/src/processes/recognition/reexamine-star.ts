import { send, type PersonId, type Process } from '@zhiyuan/kernel'
import type { LedgerCommand, LedgerEvent } from '../../ledger.ts'

/** What is remembered of a person, so that nobody without a star is examined at every record. */
export interface Row {
  /** Has ever applied. */
  readonly applied: boolean
  /** Registrations whose stars rest on this one's service too. */
  readonly joinedBy: ReadonlyArray<PersonId>
}

const ofService = ['RecordVerified', 'RecordCorrected', 'RecordSuspended', 'RecordReinstated', 'RecordVoided'] as const
const ofStars = ['ReviewNoted', 'StarApplied', 'StarGranted', 'StarUpheld', 'StarLowered'] as const
type Concerned = (typeof ofService)[number] | (typeof ofStars)[number]
const concerning: ReadonlySet<string> = new Set([...ofService, ...ofStars])
const isConcerning = (event: LedgerEvent): event is Extract<LedgerEvent, { readonly type: Concerned }> =>
  concerning.has(event.type)

/**
 * Whose service, reviews or star an event is about, where it may take something away; null for all other events. A record that begins to
 * count brings its round's review with it, which may close the gate. Decisions about stars are looked at too, for they rested on facts that
 * were read before they were written (W4).
 */
const concerns = (event: LedgerEvent): PersonId | null =>
  isConcerning(event) ? event.volunteer : event.type === 'ServiceJoined' ? event.other : null

const remember = (row: Row, event: LedgerEvent): Row => {
  if (event.type === 'StarApplied') return { ...row, applied: true }
  if (event.type !== 'ServiceJoined' || row.joinedBy.includes(event.volunteer)) return row
  return { ...row, joinedBy: [...row.joinedBy, event.volunteer] }
}

/** W4, W12: whatever may take away what an application or a star rests on has it looked at again. */
export const reexamineStar: Process<Row, LedgerEvent, LedgerCommand> = {
  name: 'reexamine-star',
  version: 1,
  initial: () => ({ applied: false, joinedBy: [] }),
  keys: (event) => {
    const person = concerns(event)
    return person === null ? [] : [person]
  },
  evolve: (row, { data }) => remember(row, data),
  react: ({ data }, rows) => {
    const person = concerns(data)
    if (person === null) return []
    const { applied, joinedBy } = rows[0] ?? { applied: false, joinedBy: [] }
    return [...(applied ? [person] : []), ...joinedBy].map((volunteer) => send({ type: 'ReexamineStar', volunteer }))
  },
}
