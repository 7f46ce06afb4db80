import * as E from 'fp-ts/lib/Either.js'
import type { EventId, StreamName, StreamVersion } from '@zhiyuan/kernel'
import type { Appended, AppendError, GlobalPosition, Recorded, StoredEvent } from '@zhiyuan/runtime'
import { judgeAppend, type Append, type Known } from '@zhiyuan/runtime/store'
import type { Client, InTransaction, Work } from './database.ts'
import { eventColumns, readRecorded, type EventRow } from './recorded.ts'

/** A copy of an append at the moment of the call: later changes by the caller do not reach the log. */
export const copyAppend = ({ stream, expected, events }: Append): Append => ({
  stream,
  expected,
  events: events.map((event) => ({ ...event })),
})

export type Answer = E.Either<AppendError, Appended>

/** The part of the log that a group of appends is judged on; it grows with each accepted append. */
interface Met {
  readonly kept: Map<EventId, Recorded>
  readonly heads: Map<StreamName, StreamVersion | null>
  position: bigint
}

type MetRow =
  | (EventRow & { readonly head: null })
  | { readonly position: null; readonly stream: StreamName; readonly head: StreamVersion | null }

/** Locks the head: no other writer appends until this transaction ends, so later reads of it see the newest events. */
const lockHead = (client: Client, schema: string) =>
  client.query<{ position: string }>(`SELECT head.position::text AS position FROM ${schema}.head FOR UPDATE`)

const findKnown = async (client: Client, schema: string, group: ReadonlyArray<Append>): Promise<Met> => {
  const locking = lockHead(client, schema)
  const ids = group.flatMap(({ events }) => events.map(({ id }) => id))
  const streams = [...new Set(group.map(({ stream }) => stream))]
  const meeting = client.query<MetRow>({
    name: 'meet',
    text: `SELECT ${eventColumns}, NULL AS head FROM ${schema}.events AS e WHERE e.id = ANY($1::text[])
UNION ALL
SELECT NULL, s, NULL, NULL, NULL, NULL, NULL, NULL, (SELECT max(version) FROM ${schema}.events WHERE stream = s) FROM unnest($2::text[]) AS s`,
    values: [ids, streams],
  })
  const [head, { rows }] = await Promise.all([locking, meeting])
  const met: Met = { kept: new Map(), heads: new Map(), position: BigInt(head.rows[0]?.position ?? 0) }
  for (const row of rows) {
    if (row.position === null) met.heads.set(row.stream, row.head)
    else {
      const { head: _, ...own } = row
      const recorded = readRecorded(own)
      met.kept.set(recorded.event.id, recorded)
    }
  }
  return met
}

/** Adds an accepted append to the part that the group is judged on; the rows themselves are written together, later. */
const note = (met: Met, { stream, events }: Append, fresh: StoredEvent[]): Appended => {
  for (const event of events) {
    met.position += 1n
    met.kept.set(event.id, { position: String(met.position) as GlobalPosition, event })
    fresh.push(event)
  }
  const { version } = events.at(-1) as StoredEvent
  met.heads.set(stream, version)
  return { version, position: String(met.position) as GlobalPosition }
}

const judge = (met: Met, group: ReadonlyArray<Append>, fresh: StoredEvent[]): ReadonlyArray<Answer> =>
  group.map((append) => {
    const known: Known = {
      kept: (id) => met.kept.get(id),
      head: () => met.heads.get(append.stream) ?? null,
    }
    const judged = judgeAppend(append, known)
    return E.isLeft(judged) ? judged : E.right(judged.right ?? note(met, append, fresh))
  })

const insert = (client: Client, { schema, channel }: Place, fresh: ReadonlyArray<StoredEvent>, last: bigint) =>
  client.query({
    name: 'insert',
    text: `WITH fresh AS (
  INSERT INTO ${schema}.events (position, stream, version, id, type, header, data, traceparent)
  SELECT $1::bigint - cardinality($4::text[]) + n, stream, version, id, type, header, data, traceparent
  FROM unnest($2::text[], $3::integer[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[])
    WITH ORDINALITY AS given(stream, version, id, type, header, data, traceparent, n)
), moved AS (UPDATE ${schema}.head SET position = $1)
SELECT pg_notify($9, '')`,
    values: [
      String(last),
      fresh.map(({ stream }) => stream),
      fresh.map(({ version }) => version),
      fresh.map(({ id }) => id),
      fresh.map(({ type }) => type),
      fresh.map(({ header }) => header),
      fresh.map(({ data }) => data),
      fresh.map(({ traceparent }) => traceparent),
      channel,
    ],
  })

/** The table of events, and the channel that announces new ones. */
export interface Place {
  /** Quoted. */
  readonly schema: string
  readonly channel: string
}

/** Appends a group in one transaction, each append with an answer of its own, in their order. */
export const appendTogether =
  (place: Place, group: ReadonlyArray<Append>): Work<InTransaction<ReadonlyArray<Answer>>> =>
  async (client) => {
    const met = await findKnown(client, place.schema, group)
    const fresh: StoredEvent[] = []
    const answer = judge(met, group, fresh)
    return { answer, writes: fresh.length === 0 ? null : () => [insert(client, place, fresh, met.position)] }
  }
