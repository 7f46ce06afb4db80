import { send, type PersonId, type Process } from '@zhiyuan/kernel'
import type { LedgerCommand, LedgerEvent } from '../../ledger.ts'
import type { HoldId, SessionId } from '../../vocabulary/ids.ts'

/** A session: how many it has seats for, and whom records credit there, in the order of their entry. */
export interface SessionRow {
  /** Null where it is not limited, or was never published: the latter is held as such (H2a). */
  readonly seats: number | null
  readonly credited: ReadonlyArray<PersonId>
}

const findSession = (event: LedgerEvent): SessionId | null => {
  if (event.type === 'SessionPublished') return event.sessionId
  return event.type === 'RecordSubmitted' && event.source.type === 'session' ? event.source.sessionId : null
}

const holdId = 'log:seats' as HoldId

/**
 * H2a, O11: who is credited beyond the seats that a session was published with waits for the unit above. No stream of one volunteer sees the
 * others. A record that is rejected keeps its place: whose record comes instead of it is for the unit above to say as well.
 */
export const sessionSeats: Process<SessionRow, LedgerEvent, LedgerCommand> = {
  name: 'session-seats',
  version: 1,
  initial: () => ({ seats: null, credited: [] }),
  keys: (event) => {
    const session = findSession(event)
    return session === null ? [] : [session]
  },
  evolve: (row, { data }) => {
    if (data.type === 'SessionPublished') return { ...row, seats: data.seats }
    if (data.type !== 'RecordSubmitted' || row.credited.includes(data.volunteer)) return row
    return { ...row, credited: [...row.credited, data.volunteer] }
  },
  react: ({ data }, [row]) => {
    if (data.type !== 'RecordSubmitted' || row === undefined || row.seats === null) return []
    const { volunteer, recordId } = data
    if (row.credited.indexOf(volunteer) < row.seats) return []
    return [send({ type: 'HoldRecord', volunteer, recordId, holdId, kind: 'contradicts-the-log', because: [] })]
  },
}
