/** A stored log as the ledger reads it: raised by the upcasts, decoded by today's words. */
import * as E from 'fp-ts/lib/Either.js'
import { slices, type LedgerEvent } from '@zhiyuan/domain'
import type { Envelope, LogId } from '@zhiyuan/kernel'
import { eventDecoder, gatherUpcasts, registryOf } from '@zhiyuan/runtime'

/** The events of a log, and which of its editions today's program cannot read. */
export interface ReadLog {
  readonly events: ReadonlyArray<Envelope<LedgerEvent>>
  readonly unread: ReadonlyArray<string>
}

/** Decodes the envelopes of one log; those of an edition that cannot be read are left out and said once. */
export const decodeLog = (log: string, stored: ReadonlyArray<Envelope<unknown>>): ReadLog => {
  const decodeEvent = eventDecoder(registryOf(slices), gatherUpcasts(slices), log as LogId)
  const unread = new Set<string>()
  const events = stored.flatMap((envelope) => {
    const read = decodeEvent(envelope)
    if (E.isRight(read)) return [read.right as Envelope<LedgerEvent>]
    const { path, expected } = read.left
    unread.add(`event ${envelope.type}@${envelope.schema} cannot be read: ${path} is not ${expected}`)
    return []
  })
  return { events, unread: [...unread] }
}
