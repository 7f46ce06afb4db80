import * as E from 'fp-ts/lib/Either.js'
import { sameContent, type Envelope, type EventId, type StreamName, type StreamVersion } from '@zhiyuan/kernel'
import type { Appended, AppendError, GlobalPosition, Recorded } from '@zhiyuan/runtime'
import { judgeAppend, type Append, type Known } from '@zhiyuan/runtime/store'
import type { Client, InTransaction, Work } from './database.ts'
import { recordedOf, type EventRow } from './recorded.ts'

/** An append as it was when it was asked for: what the caller changes later does not reach the log. */
export interface Written extends Append {
  readonly texts: ReadonlyArray<string>
}

/** Throws what JSON throws. */
export const writtenDown = ({ stream, expected, events }: Append): Written => {
  const texts = events.map((event) => JSON.stringify(event))
  return { stream, expected, texts, events: texts.map((text) => JSON.parse(text) as Envelope<unknown>) }
}

export type Answer = E.Either<AppendError, Appended>

/** The part of the log that a group of appends meets, as it grows with each of them. */
interface Met {
  readonly kept: Map<EventId, Recorded>
  readonly heads: Map<StreamName, StreamVersion | null>
  position: bigint
}

interface Fresh {
  readonly event: Envelope<unknown>
  readonly text: string
}

type HeadRow = { readonly stream: StreamName; readonly head: StreamVersion | null }

/** Nobody else appends until this transaction ends: what is read after this is what stands. */
const lockHead = (client: Client, schema: string) =>
  client.query<{ position: string }>(`SELECT head.position::text AS position FROM ${schema}.head FOR UPDATE`)

const meet = async (client: Client, schema: string, group: ReadonlyArray<Written>): Promise<Met> => {
  const locking = lockHead(client, schema)
  const ids = group.flatMap(({ events }) => events.map(({ id }) => id))
  const streams = [...new Set(group.map(({ stream }) => stream))]
  const meeting = client.query<EventRow & HeadRow>({
    name: 'meet',
    text: `SELECT position::text AS position, envelope, NULL AS stream, NULL AS head FROM ${schema}.events WHERE id = ANY($1::text[])
UNION ALL
SELECT NULL, NULL, s, (SELECT max(version) FROM ${schema}.events WHERE stream = s) FROM unnest($2::text[]) AS s`,
    values: [ids, streams],
  })
  const [head, { rows }] = await Promise.all([locking, meeting])
  const met: Met = { kept: new Map(), heads: new Map(), position: BigInt(head.rows[0]?.position ?? 0) }
  for (const row of rows) {
    if (row.position === null) met.heads.set(row.stream, row.head)
    else {
      const recorded = recordedOf(row)
      met.kept.set(recorded.event.id, recorded)
    }
  }
  return met
}

/** Writes into what the group meets; the rows themselves are written together, later. */
const note = (met: Met, { stream, events, texts }: Written, fresh: Fresh[]): Appended => {
  for (const [index, event] of events.entries()) {
    met.position += 1n
    met.kept.set(event.id, { position: String(met.position) as GlobalPosition, event })
    fresh.push({ event, text: texts[index] as string })
  }
  const { version } = events.at(-1) as Envelope<unknown>
  met.heads.set(stream, version)
  return { version, position: String(met.position) as GlobalPosition }
}

const judge = (met: Met, group: ReadonlyArray<Written>, fresh: Fresh[]): ReadonlyArray<Answer> =>
  group.map((append) => {
    const known: Known = {
      kept: (id) => met.kept.get(id),
      saysTheSame: ({ event }, index) => sameContent(event, append.events[index]),
      head: () => met.heads.get(append.stream) ?? null,
    }
    const judged = judgeAppend(append, known)
    return E.isLeft(judged) ? judged : E.right(judged.right ?? note(met, append, fresh))
  })

const insert = (client: Client, { schema, channel }: Place, fresh: ReadonlyArray<Fresh>, last: bigint) =>
  client.query({
    name: 'insert',
    text: `WITH fresh AS (
  INSERT INTO ${schema}.events (position, stream, version, id, envelope)
  SELECT $1::bigint - cardinality($4::text[]) + n, stream, version, id, envelope
  FROM unnest($2::text[], $3::integer[], $4::text[], $5::text[]) WITH ORDINALITY AS given(stream, version, id, envelope, n)
), moved AS (UPDATE ${schema}.head SET position = $1)
SELECT pg_notify($6, '')`,
    values: [
      String(last),
      fresh.map(({ event }) => event.stream),
      fresh.map(({ event }) => event.version),
      fresh.map(({ event }) => event.id),
      fresh.map(({ text }) => text),
      channel,
    ],
  })

/** Where the events are, and on which channel their coming is told. */
export interface Place {
  /** Quoted. */
  readonly schema: string
  readonly channel: string
}

/** Appends a group in one transaction, each append with an answer of its own, in their order. */
export const appendTogether =
  (place: Place, group: ReadonlyArray<Written>): Work<InTransaction<ReadonlyArray<Answer>>> =>
  async (client) => {
    const met = await meet(client, place.schema, group)
    const fresh: Fresh[] = []
    const answer = judge(met, group, fresh)
    return { answer, writes: fresh.length === 0 ? null : () => [insert(client, place, fresh, met.position)] }
  }
