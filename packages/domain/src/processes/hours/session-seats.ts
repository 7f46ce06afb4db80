import { send, type PersonId, type Process } from '@zhiyuan/kernel'
import { isSameRecord } from '../../slices/hours/burst/burst.read.ts'
import type { LedgerCommand, LedgerEvent } from '../../ledger.ts'
import type { RecordRef } from '../../slices/hours/record/record.codec.ts'
import type { HoldId, SessionId } from '../../vocabulary/ids.ts'

/** A session: how many it has seats for, and whom records credit there, in the order of their entry. */
export interface SessionRow {
  /** Null where it is not limited, or was never published: the latter is held as such (H2a). */
  readonly seats: number | null
  readonly credited: ReadonlyArray<RecordRef>
}

const ending = ['RecordRejected', 'RecordWithdrawn', 'RecordVoided'] as const satisfies ReadonlyArray<
  LedgerEvent['type']
>
type Ended = Extract<LedgerEvent, { readonly type: (typeof ending)[number] }>
const hasEnded = (event: LedgerEvent): event is Ended => (ending as ReadonlyArray<string>).includes(event.type)

const findSession = (event: LedgerEvent): SessionId | null => {
  if (event.type === 'SessionPublished') return event.sessionId
  if (event.type !== 'RecordSubmitted' && !hasEnded(event)) return null
  return event.source.type === 'session' ? event.source.sessionId : null
}

/** Who is credited, by the first record of each. */
const listPeople = ({ credited }: SessionRow): ReadonlyArray<PersonId> => [
  ...new Set(credited.map(({ volunteer }) => volunteer)),
]

const holdId = 'log:seats' as HoldId

/**
 * H2a, O11: who is credited beyond the seats that a session was published with waits for the unit above. No stream of one volunteer sees the
 * others. A record that has ended credits no one, and its place is free; who was held meanwhile stays so until the unit above rules.
 */
export const sessionSeats: Process<SessionRow, LedgerEvent, LedgerCommand> = {
  name: 'session-seats',
  version: 2,
  initial: () => ({ seats: null, credited: [] }),
  keys: (event) => {
    const session = findSession(event)
    return session === null ? [] : [session]
  },
  evolve: (row, { data }) => {
    if (data.type === 'SessionPublished') return { ...row, seats: data.seats }
    if (hasEnded(data)) return { ...row, credited: row.credited.filter((one) => !isSameRecord(one, data)) }
    if (data.type !== 'RecordSubmitted') return row
    const { volunteer, recordId } = data
    return { ...row, credited: [...row.credited, { volunteer, recordId }] }
  },
  react: ({ data }, [row]) => {
    if (data.type !== 'RecordSubmitted' || row === undefined || row.seats === null) return []
    const { volunteer, recordId } = data
    if (listPeople(row).indexOf(volunteer) < row.seats) return []
    return [send({ type: 'HoldRecord', volunteer, recordId, holdId, kind: 'contradicts-the-log', because: [] })]
  },
}
