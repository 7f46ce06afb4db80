/** A stored log as the ledger reads it: raised by the upcasts, decoded by today's codecs. */
import * as E from 'fp-ts/lib/Either.js'
import { ruleSet, slices, type LedgerEnvelope } from '@zhiyuan/domain'
import type { Header, Jurisdiction, LogId } from '@zhiyuan/kernel'
import { eventDecoder, gatherUpcasts, buildRegistry, type EventDamaged, type StoredEvent } from '@zhiyuan/runtime'

/** The events of a log, and the editions that today's program cannot read. */
export interface ReadLog {
  readonly name: string
  readonly events: ReadonlyArray<LedgerEnvelope>
  readonly unread: ReadonlyArray<string>
}

/** The jurisdiction of every pinned log. */
const jurisdiction = '131081' as Jurisdiction

/** Decodes the events of one log; an edition that cannot be read is left out and reported once. */
export const decodeLog = (log: string, stored: ReadonlyArray<StoredEvent>): ReadLog => {
  const ledger = { log: log as LogId, jurisdiction, rules: ruleSet }
  const decodeEvent = eventDecoder(buildRegistry(slices), gatherUpcasts(slices), ledger)
  const unread = new Set<string>()
  const events = stored.flatMap((event) => {
    const read = decodeEvent({ position: null, event }) as E.Either<EventDamaged, LedgerEnvelope>
    if (E.isRight(read)) return [read.right]
    const { path, expected } = read.left
    const { schema } = JSON.parse(event.header) as Header
    unread.add(`event ${event.type}@${schema} cannot be read: ${path} is not ${expected}`)
    return []
  })
  return { name: log, events, unread: [...unread] }
}
