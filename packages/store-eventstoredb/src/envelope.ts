import { createHash } from 'node:crypto'
import type { Envelope } from '@zhiyuan/kernel'
import type { Recorded } from '@zhiyuan/runtime'
import { StoreFailure } from '@zhiyuan/runtime/store'
import { damaged } from './advice.ts'
import type { NewEvent, StoredEvent } from './client.ts'
import { positionOf } from './position.ts'

/** A UUID that only an event with just these words has (RFC 9562, version 8): the server takes two events of one UUID for the same. */
const uuidOf = (header: string, data: string): string => {
  const bytes = createHash('sha256').update(header, 'utf8').update('\n').update(data, 'utf8').digest()
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = bytes.toString('hex', 0, 16)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

const bytesOf = new TextEncoder()

/** Data as the event's data, the header as its metadata, under the server's own names where it has any. Throws what JSON throws. */
export const newEventOf = ({ type, data, correlationId, causationId, ...header }: Envelope<unknown>): NewEvent => {
  if (type.startsWith('$')) throw new Error(`an event's type must not begin with $, as the server's own do: ${type}`)
  const [metadata, words] = [
    JSON.stringify({ ...header, $correlationId: correlationId, $causationId: causationId }),
    JSON.stringify(data),
  ]
  return {
    id: uuidOf(`${type}\n${metadata}`, words),
    contentType: 'application/json',
    type,
    // A copy: whoever asked may change theirs. Whatever JSON it is, the client only turns it into text.
    data: JSON.parse(words) as Record<string, unknown>,
    metadata: bytesOf.encode(metadata),
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Uint8Array)

/** Whatever was in it: what a header must say is looked at where the event is decoded, so that the type is only said here. */
const enveloped = (type: string, data: unknown, metadata: Record<string, unknown>): Envelope<unknown> => {
  const { $correlationId: correlationId, $causationId: causationId, ...header } = metadata
  return { ...header, type, correlationId, causationId, data } as unknown as Envelope<unknown>
}

/** An event of ours as it was appended. */
export const envelopeOf = ({ streamId, revision, type, data, metadata }: StoredEvent): Envelope<unknown> => {
  if (isObject(metadata)) return enveloped(type, data, metadata)
  throw new StoreFailure(damaged('otherWriter', `no envelope at ${streamId} ${revision}`))
}

export const envelopeOfNew = ({ type, data, metadata }: NewEvent): Envelope<unknown> =>
  enveloped(type, data, JSON.parse(Buffer.from(metadata).toString('utf8')) as Record<string, unknown>)

export const recordedOf = (event: StoredEvent): Recorded => {
  // Servers that have none to give say the largest number there is.
  if (event.position === undefined || event.position.commit > 0x7fffffffffffffffn)
    throw new StoreFailure(damaged('oldServer', `no position at ${event.streamId} ${event.revision}`))
  return { position: positionOf(event.position), event: envelopeOf(event) }
}
