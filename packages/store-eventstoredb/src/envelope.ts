import { createHash } from 'node:crypto'
import type { Envelope } from '@zhiyuan/kernel'
import type { Recorded } from '@zhiyuan/runtime'
import { damaged } from './advice.ts'
import type { NewEvent, StoredEvent } from './client.ts'
import { StoreFailure } from './failure.ts'
import { positionOf } from './position.ts'

/** A UUID that only an event with just these words has (RFC 9562, version 8): the server takes two events of one UUID for the same. */
const uuidOf = (text: string): string => {
  const bytes = createHash('sha256').update(text, 'utf8').digest().subarray(0, 16)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

/** Data as the event's data, the header as its metadata, under the server's own names where it has any. `text` is the envelope's JSON. */
export const newEventOf = (
  { type, data, correlationId, causationId, ...header }: Envelope<unknown>,
  text: string,
): NewEvent => ({
  id: uuidOf(text),
  contentType: 'application/json',
  type,
  // Whatever JSON it is: the client only turns it into text.
  data: data as Record<string, unknown>,
  metadata: { ...header, $correlationId: correlationId, $causationId: causationId },
})

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Uint8Array)

/** An event of ours as it was appended; what its header must say is looked at where it is decoded. */
export const envelopeOf = ({ streamId, revision, type, data, metadata }: StoredEvent): Envelope<unknown> => {
  if (!isObject(metadata)) throw new StoreFailure(damaged('otherWriter', `no envelope at ${streamId} ${revision}`))
  const { $correlationId: correlationId, $causationId: causationId, ...header } = metadata
  return { ...header, type, correlationId, causationId, data } as unknown as Envelope<unknown>
}

export const recordedOf = (event: StoredEvent): Recorded => {
  // Servers that have none to give say the largest number there is.
  if (event.position === undefined || event.position.commit > 0x7fffffffffffffffn)
    throw new StoreFailure(damaged('oldServer', `no position at ${event.streamId} ${event.revision}`))
  return { position: positionOf(event.position), event: envelopeOf(event) }
}
