/** Decodes a stored event by its codecs, of any log and at any place. */
import * as E from 'fp-ts/lib/Either.js'
import { decode, Header, upcast, type DecodeRefused, type Typed, type Upcasts } from '@zhiyuan/kernel'
import type { EventDamaged } from '../ports/fault.ts'
import type { StoredEvent } from '../ports/ports.ts'
import type { Registry } from '../commands/registry.ts'

/** The path at which an event differs from what was expected there. */
export type Unfit = Pick<EventDamaged, 'path' | 'expected'>

/** Decodes data into today's schema, after the header: type, schema and data, in this order. */
export type ReadStoredEvent = (header: Header, data: E.Either<Unfit, unknown>) => E.Either<Unfit, Typed>

const firstIssue = (root: string, { issues }: DecodeRefused): Unfit => ({
  path: `${root}${issues[0]?.path.slice(1) ?? ''}`,
  expected: issues[0]?.expected ?? 'something else',
})

/** The value of a stored text; unfit where it is not JSON. */
export const parseText = (text: string, path: string): E.Either<Unfit, unknown> =>
  E.tryCatch(
    () => JSON.parse(text) as unknown,
    () => ({ path, expected: 'JSON' }),
  )

/** A header repeats the columns by which the store finds its event. */
const placed = ['id', 'stream', 'version', 'type'] as const

/** Decodes a header. */
export const readHeader = (said: unknown): E.Either<Unfit, Header> =>
  E.mapLeft((refused: DecodeRefused) => firstIssue('$', refused))(decode(Header)(said))

/** The first path at which a header contradicts its place; null where it fits. */
export const findMisplaced = (header: Header, event: StoredEvent): Unfit | null => {
  const strange = placed.find((key) => header[key] !== event[key])
  return strange === undefined ? null : { path: `$.${strange}`, expected: String(event[strange]) }
}

const raiseEvent = (upcasts: Upcasts, { type, schema }: Header, data: unknown): E.Either<unknown, unknown> =>
  Object.hasOwn(upcasts, type)
    ? E.tryCatch(
        () => upcast(upcasts, type, schema, data),
        (why) => why,
      )
    : E.right(data)

/** Decodes the events that the slices of a registry know, upcast from older schemas. */
export const storedEventReader = (registry: Registry, upcasts: Upcasts): ReadStoredEvent => {
  const today = (type: string): number => (Object.hasOwn(upcasts, type) ? (upcasts[type]?.length ?? 0) : 0) + 1
  return (header, kept) => {
    const { stream, type, schema } = header
    const words = registry.eventCodec(stream, type)
    if (words === undefined) return E.left({ path: '$.type', expected: 'unknown type' })
    if (schema > today(type)) return E.left({ path: '$.schema', expected: `at most ${today(type)}` })
    if (E.isLeft(kept)) return kept
    const data = raiseEvent(upcasts, header, kept.right)
    if (E.isLeft(data)) return E.left({ path: '$.data', expected: `data of schema ${schema}` })
    const refused = words.is(data.right) ? null : decode(words)(data.right)
    if (refused !== null && E.isLeft(refused)) return E.left(firstIssue('$.data', refused.left))
    return E.right(data.right as Typed)
  }
}
