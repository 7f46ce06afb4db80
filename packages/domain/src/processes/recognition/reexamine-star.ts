import { send, type PersonId, type Process } from '@zhiyuan/kernel'
import type { LedgerCommand, LedgerEvent } from '../../ledger.ts'
import type { HoldKind } from '../../slices/hours/record/record.codec.ts'

/** The memory of a registration, so that volunteers who never applied are not examined at every record. */
export interface StarRow {
  /** The registration has applied for a star at least once. */
  readonly applied: boolean
  /** The registration is one of several of a human: another may hold a star for which this one's service counts too (G2). */
  readonly merged: boolean
}

type EventTypes = ReadonlyArray<LedgerEvent['type']>
const ofService = [
  'RecordVerified',
  'RecordCorrected',
  'RecordReinstated',
  'RecordVoided',
] as const satisfies EventTypes
const ofStars = ['ReviewNoted', 'StarApplied', 'StarGranted', 'StarUpheld', 'StarLowered'] as const satisfies EventTypes
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
 * The person whose star an event may cost, by service, reviews or a decision; null for all other events. A record that begins to count
 * brings the review of its round, which may close the gate. Decisions about stars are included, since they rest on facts that were read
 * before the decision was written (W4).
 */
const findConcerned = (event: LedgerEvent): PersonId | null => {
  if (event.type === 'RecordSuspended') return isReportedTogether(event) ? null : event.volunteer
  if (event.type === 'OverlapsRechecked') return event.suspended > 0 ? event.volunteer : null
  return isConcerning(event) ? event.volunteer : null
}

const reexamine = (volunteer: PersonId, tell: boolean) => send({ type: 'ReexamineStar' as const, volunteer, tell })

/** W4, W12: an event that may cost an application or a star has it examined again, under every registration of the human (G2). */
export const reexamineStar: Process<StarRow, LedgerEvent, LedgerCommand> = {
  name: 'reexamine-star',
  version: 1,
  initial: () => ({ applied: false, merged: false }),
  keys: (event) => {
    if (event.type === 'RegistrationsMerged') return [...event.joining, ...event.there]
    if (event.type === 'RegistrationsSplit') return [...event.leaving, ...event.staying]
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
    if (data.type === 'RegistrationsSplit')
      return rows.some(({ applied }) => applied)
        ? [data.leaving, data.staying].flatMap(([survivor]) =>
            survivor === undefined ? [] : [reexamine(survivor, true)],
          )
        : []
    if (data.type === 'StarsDoubted') return data.others.map((other) => reexamine(other, false))
    const person = findConcerned(data)
    const { applied, merged } = rows[0] ?? { applied: false, merged: false }
    return person !== null && (applied || merged) ? [reexamine(person, merged)] : []
  },
}
