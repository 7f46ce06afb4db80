import * as E from 'fp-ts/lib/Either.js'
import {
  closed,
  codec,
  decode,
  Header,
  upcast,
  type DecodeRefused,
  type Envelope,
  type LogId,
  type Typed,
  type Upcasts,
} from '@zhiyuan/kernel'
import type { EventDamaged } from '../ports/fault.ts'
import type { Registry } from '../commands/registry.ts'

/** Its own words are looked at later, when the type is known. */
const isAnything = (_u: unknown): _u is unknown => true
const anything = codec<unknown>('anything', { kind: 'variants', members: {} }, isAnything)
const fields = Header.shape.kind === 'record' ? Header.shape.fields : {}
const Stored = closed({ ...fields, data: anything })

/** Reads a stored event in today's words, or says what about it cannot be read. */
export type DecodeEvent = (stored: Envelope<unknown>) => E.Either<EventDamaged, Envelope<Typed>>

const damaged = (stored: Envelope<unknown>, path: string, expected: string): EventDamaged => ({
  type: 'EventDamaged',
  stream: stored.stream,
  version: stored.version,
  path,
  expected,
})

const firstIssue = (stored: Envelope<unknown>, root: string, { issues }: DecodeRefused): EventDamaged =>
  damaged(stored, `${root}${issues[0]?.path.slice(1) ?? ''}`, issues[0]?.expected ?? 'something else')

const raised = (upcasts: Upcasts, { type, schema, data }: Envelope<unknown>): E.Either<unknown, unknown> =>
  Object.hasOwn(upcasts, type)
    ? E.tryCatch(
        () => upcast(upcasts, type, schema, data),
        (why) => why,
      )
    : E.right(data)

/** The event itself, where its words are today's already. */
const withData = (stored: Envelope<unknown>, data: Typed): Envelope<Typed> =>
  stored.data === data ? (stored as Envelope<Typed>) : { ...stored, data }

/** Decodes the events of one log: header, log name, type, schema and data, in this order; the first thing wrong is told. */
export const eventDecoder = (registry: Registry, upcasts: Upcasts, log: LogId): DecodeEvent => {
  const today = (type: string): number => (Object.hasOwn(upcasts, type) ? (upcasts[type]?.length ?? 0) : 0) + 1
  return (stored) => {
    const header = Stored.is(stored) ? null : decode(Stored)(stored)
    if (header !== null && E.isLeft(header)) return E.left(firstIssue(stored, '$', header.left))
    if (stored.log !== log) return E.left(damaged(stored, '$.log', log))
    const words = registry.eventCodec(stored.stream, stored.type)
    if (words === undefined) return E.left(damaged(stored, '$.type', 'unknown type'))
    if (stored.schema > today(stored.type)) return E.left(damaged(stored, '$.schema', `at most ${today(stored.type)}`))
    const data = raised(upcasts, stored)
    if (E.isLeft(data)) return E.left(damaged(stored, '$.data', `data of schema ${stored.schema}`))
    if (words.is(data.right)) return E.right(withData(stored, data.right as Typed))
    const refused = decode(words)(data.right)
    return E.left(
      E.isLeft(refused) ? firstIssue(stored, '$.data', refused.left) : damaged(stored, '$.data', words.name),
    )
  }
}
