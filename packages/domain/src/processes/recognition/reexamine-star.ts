import { send, type PersonId, type Process } from '@zhiyuan/kernel'
import type { LedgerCommand, LedgerEvent } from '../../ledger.ts'
import type { HoldKind } from '../../slices/hours/record/record.codec.ts'

/** What is remembered of a registration, so that nobody without a star is examined at every record. */
export interface StarRow {
  /** Has ever applied. */
  readonly applied: boolean
  /** Is one of several of a human: another may hold a star that rests on this one's service too (G2). */
  readonly merged: boolean
}

const ofService = ['RecordVerified', 'RecordCorrected', 'RecordReinstated', 'RecordVoided'] as const
const ofStars = ['ReviewNoted', 'StarApplied', 'StarGranted', 'StarUpheld', 'StarLowered'] as const
type Concerned = (typeof ofService)[number] | (typeof ofStars)[number]
const concerning: ReadonlySet<string> = new Set([...ofService, ...ofStars])
const isConcerning = (event: LedgerEvent): event is Extract<LedgerEvent, { readonly type: Concerned }> =>
  concerning.has(event.type)

/** The reasons for which a recheck holds a record. */
const recheckReasons: ReadonlySet<string> = new Set<HoldKind>(['overlap', 'same-person'])

/** A recheck suspends up to 200 records and reports them in one event at its end: that event has the star examined once. */
const isReportedTogether = ({ by, reason }: Extract<LedgerEvent, { readonly type: 'RecordSuspended' }>): boolean =>
  by === null && recheckReasons.has(reason.code)

/**
 * Whose service, reviews or star an event is about, where it may take something away; null for all other events. A record that begins to
 * count brings its round's review with it, which may close the gate. Decisions about stars are looked at too, for they rested on facts that
 * were read before they were written (W4).
 */
const findConcerned = (event: LedgerEvent): PersonId | null => {
  if (event.type === 'RecordSuspended') return isReportedTogether(event) ? null : event.volunteer
  if (event.type === 'OverlapsRechecked') return event.suspended > 0 ? event.volunteer : null
  return isConcerning(event) ? event.volunteer : null
}

const reexamine = (volunteer: PersonId, tell: boolean) => send({ type: 'ReexamineStar' as const, volunteer, tell })

/** W4, W12: whatever may take away what an application or a star rests on has it looked at again, under every registration of the human (G2). */
export const reexamineStar: Process<StarRow, LedgerEvent, LedgerCommand> = {
  name: 'reexamine-star',
  version: 1,
  initial: () => ({ applied: false, merged: false }),
  keys: (event) => {
    if (event.type === 'RegistrationsMerged') return [...event.joining, ...event.there]
    const person = findConcerned(event)
    return person === null ? [] : [person]
  },
  evolve: (row, { data }) => {
    if (data.type === 'RegistrationsMerged') return row.merged ? row : { ...row, merged: true }
    return data.type === 'StarApplied' ? { ...row, applied: true } : row
  },
  react: ({ data }, rows) => {
    if (data.type === 'RegistrationsMerged')
      return rows.some(({ applied }) => applied) ? [reexamine(data.survivor, true)] : []
    if (data.type === 'StarsDoubted') return data.others.map((other) => reexamine(other, false))
    const person = findConcerned(data)
    const { applied, merged } = rows[0] ?? { applied: false, merged: false }
    return person !== null && (applied || merged) ? [reexamine(person, merged)] : []
  },
}
