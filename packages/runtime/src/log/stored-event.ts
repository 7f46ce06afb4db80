import * as E from 'fp-ts/lib/Either.js'
import { canonicalJson, type DecodeRefused, type Envelope } from '@zhiyuan/kernel'
import type { StoredEvent } from '../ports/ports.ts'

/**
 * An event as it is stored. Refused at its path where something of it has no canonical JSON.
 *
 * @example
 * storedEvent(envelope) // right({ id, stream, version, type, header: '{"actor":…}', data: '{"orderId":…}', traceparent: null })
 */
export const storedEvent = (envelope: Envelope<unknown>): E.Either<DecodeRefused, StoredEvent> => {
  const { data: words, traceparent, ...said } = envelope
  const [header, data] = [canonicalJson(said), canonicalJson(words)]
  if (E.isLeft(header)) return header
  if (E.isLeft(data)) return data
  const { id, stream, version, type } = said
  return E.right({ id, stream, version, type, header: header.right, data: data.right, traceparent })
}
