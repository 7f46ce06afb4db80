import * as E from 'fp-ts/lib/Either.js'
import {
  decode,
  Header,
  Traceparent,
  upcast,
  type DecodeRefused,
  type Envelope,
  type Typed,
  type Upcasts,
} from '@zhiyuan/kernel'
import type { EventDamaged } from '../ports/fault.ts'
import type { StoredEvent } from '../ports/ports.ts'
import type { Registry } from '../commands/registry.ts'
import type { LedgerIdentity } from '../wiring.ts'

/** Reads a stored event in today's words, or says what about it cannot be read. */
export type DecodeEvent = (stored: StoredEvent) => E.Either<EventDamaged, Envelope<Typed>>

const damaged = ({ stream, version }: StoredEvent, path: string, expected: string): EventDamaged => ({
  type: 'EventDamaged',
  stream,
  version,
  path,
  expected,
})

const firstIssue = (stored: StoredEvent, root: string, { issues }: DecodeRefused): EventDamaged =>
  damaged(stored, `${root}${issues[0]?.path.slice(1) ?? ''}`, issues[0]?.expected ?? 'something else')

const parsed = (text: string): E.Either<unknown, unknown> =>
  E.tryCatch(
    () => JSON.parse(text) as unknown,
    (why) => why,
  )

/** A header says itself what the store finds its event by. */
const placed = ['id', 'stream', 'version', 'type'] as const

/** The header of a stored event, whatever log it is of: its words are looked at, and that it is the one of its place. */
export const decodeHeader = (stored: StoredEvent): E.Either<EventDamaged, Header> => {
  const said = parsed(stored.header)
  if (E.isLeft(said)) return E.left(damaged(stored, '$', 'JSON'))
  const header = decode(Header)(said.right)
  if (E.isLeft(header)) return E.left(firstIssue(stored, '$', header.left))
  const strange = placed.find((key) => header.right[key] !== stored[key])
  return strange === undefined ? header : E.left(damaged(stored, `$.${strange}`, String(stored[strange])))
}

const raised = (upcasts: Upcasts, { type, schema }: Header, data: unknown): E.Either<unknown, unknown> =>
  Object.hasOwn(upcasts, type)
    ? E.tryCatch(
        () => upcast(upcasts, type, schema, data),
        (why) => why,
      )
    : E.right(data)

/** A trace that is none says nothing of the event. */
const traceOf = ({ traceparent }: StoredEvent): Traceparent | null => (Traceparent.is(traceparent) ? traceparent : null)

/** Decodes the events of one ledger: header, log, jurisdiction, type, schema and data, in this order; the first thing wrong is told. */
export const eventDecoder = (
  registry: Registry,
  upcasts: Upcasts,
  { log, jurisdiction }: LedgerIdentity,
): DecodeEvent => {
  const today = (type: string): number => (Object.hasOwn(upcasts, type) ? (upcasts[type]?.length ?? 0) : 0) + 1
  return (stored) => {
    const header = decodeHeader(stored)
    if (E.isLeft(header)) return header
    const { right: said } = header
    if (said.log !== log) return E.left(damaged(stored, '$.log', log))
    if (said.jurisdiction !== jurisdiction) return E.left(damaged(stored, '$.jurisdiction', jurisdiction))
    const words = registry.eventCodec(said.stream, said.type)
    if (words === undefined) return E.left(damaged(stored, '$.type', 'unknown type'))
    if (said.schema > today(said.type)) return E.left(damaged(stored, '$.schema', `at most ${today(said.type)}`))
    const kept = parsed(stored.data)
    if (E.isLeft(kept)) return E.left(damaged(stored, '$.data', 'JSON'))
    const data = raised(upcasts, said, kept.right)
    if (E.isLeft(data)) return E.left(damaged(stored, '$.data', `data of schema ${said.schema}`))
    const refused = words.is(data.right) ? null : decode(words)(data.right)
    if (refused !== null && E.isLeft(refused)) return E.left(firstIssue(stored, '$.data', refused.left))
    return E.right(Object.assign(said, { traceparent: traceOf(stored), data: data.right as Typed }))
  }
}
