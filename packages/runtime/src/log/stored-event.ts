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
  const { data, traceparent, ...fields } = envelope
  const headerText = canonicalJson(fields)
  const dataText = canonicalJson(data)
  if (E.isLeft(headerText)) return headerText
  if (E.isLeft(dataText)) return dataText
  const { id, stream, version, type } = fields
  return E.right({ id, stream, version, type, header: headerText.right, data: dataText.right, traceparent })
}
