import { createHash } from 'node:crypto'
import * as E from 'fp-ts/lib/Either.js'
import { canonicalJson, type EventId } from '@zhiyuan/kernel'
import type { Recorded, StoredEvent } from '@zhiyuan/runtime'
import { StoreFailure } from '@zhiyuan/runtime/store'
import { damaged } from './advice.ts'
import type { NewEvent, ServerEvent } from './client.ts'
import { printPosition } from './position.ts'

/** A UUID that derives from the event's texts (RFC 9562, version 8): the server takes two events of one UUID for the same. */
const deriveUuid = ({ type, header, data }: StoredEvent): string => {
  const bytes = createHash('sha256').update(`${type}\n${header}\n${data}`, 'utf8').digest()
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = bytes.toString('hex', 0, 16)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

const bytesOf = new TextEncoder()

/** Throws where the text is not a JSON object. */
const parsedHeader = (header: string): object => {
  const said: unknown = JSON.parse(header)
  if (isObject(said)) return said
  throw new Error(`no header: ${header}`)
}

/** The header unchanged; a trace is added as one more key. */
const printMetadata = ({ header, traceparent }: StoredEvent): string =>
  traceparent === null ? header : JSON.stringify({ ...parsedHeader(header), traceparent })

/** Data as the event's data, the header as its metadata. Throws where `JSON` throws. */
export const makeNewEvent = (event: StoredEvent): NewEvent => {
  const { type, header, data } = event
  if (type.startsWith('$')) throw new Error(`an event's type must not begin with $, as the server's own do: ${type}`)
  parsedHeader(header)
  return {
    id: deriveUuid(event),
    contentType: 'application/json',
    type,
    // Any JSON will do: the client only turns it into text again, with its keys in this order.
    data: JSON.parse(data) as Record<string, unknown>,
    metadata: bytesOf.encode(printMetadata(event)),
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Uint8Array)

const strangeEvent = ({ streamId, revision }: ServerEvent): StoreFailure =>
  new StoreFailure(damaged('otherWriter', `no event of ours at ${streamId} ${revision}`))

const readMetadata = (event: ServerEvent): Record<string, unknown> => {
  if (isObject(event.metadata)) return event.metadata
  throw strangeEvent(event)
}

/** The id of an event of ours. The decoder of events checks the rest of its header. */
export const readId = (event: ServerEvent): EventId => readMetadata(event)['id'] as EventId

/** The clients return parsed JSON, whose canonical text is the one that was appended. */
const readText = (event: ServerEvent, value: unknown): string => {
  const text = canonicalJson(value)
  if (E.isRight(text) && !(value instanceof Uint8Array)) return text.right
  throw strangeEvent(event)
}

/** The first colon ends the prefix. */
const stripPrefix = ({ streamId }: ServerEvent): string => streamId.slice(streamId.indexOf(':') + 1)

const readEvent = (event: ServerEvent): StoredEvent => {
  const { traceparent = null, ...header } = readMetadata(event)
  return {
    id: header['id'],
    stream: stripPrefix(event),
    version: Number(event.revision),
    type: event.type,
    header: readText(event, header),
    data: readText(event, event.data),
    traceparent,
  } as StoredEvent
}

/** An event of ours as it was appended. */
export const readRecorded = (event: ServerEvent): Recorded => {
  // Servers that have no position to give send the largest number.
  if (event.position === undefined || event.position.commit > 0x7fffffffffffffffn)
    throw new StoreFailure(damaged('oldServer', `no position at ${event.streamId} ${event.revision}`))
  return { position: printPosition(event.position), event: readEvent(event) }
}
