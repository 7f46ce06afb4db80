import * as E from 'fp-ts/lib/Either.js'
import { Traceparent, type Envelope, type Header, type RuleSet, type Typed, type Upcasts } from '@zhiyuan/kernel'
import type { EventDamaged } from '../ports/fault.ts'
import type { GlobalPosition, StoredEvent } from '../ports/ports.ts'
import type { Registry } from '../commands/registry.ts'
import type { LedgerIdentity } from '../wiring.ts'
import { findMisplaced, parseText, readHeader, storedEventReader } from './read-stored-event.ts'

/** A stored event with its place in the log; null where it is about to be written. */
export interface Placed {
  readonly position: GlobalPosition | null
  readonly event: StoredEvent
}

/** Decodes a stored event into today's schema, or says what about it cannot be read. */
export type DecodeEvent = (placed: Placed) => E.Either<EventDamaged, Envelope<Typed>>

/** What was expected of an event and not found, with advice where there is any. */
type Strange = Pick<EventDamaged, 'path' | 'expected' | 'advice'>

/** That an event cannot be read, and where it lies. */
export const damagedEvent = ({ position, event: { id, stream, version } }: Placed, strange: Strange): EventDamaged => ({
  type: 'EventDamaged',
  position,
  id,
  stream,
  version,
  ...strange,
})

/** Decodes the header of a stored event of any log, and checks that it belongs to this place. */
export const decodeHeader = (stored: Placed): E.Either<EventDamaged, Header> => {
  const said = parseText(stored.event.header, '$')
  const header = E.isLeft(said) ? said : readHeader(said.right)
  if (E.isLeft(header)) return E.left(damagedEvent(stored, header.left))
  const strange = findMisplaced(header.right, stored.event)
  return strange === null ? header : E.left(damagedEvent(stored, strange))
}

/** A malformed trace is dropped: it says nothing about the event. */
const readTrace = ({ traceparent }: StoredEvent): Traceparent | null =>
  Traceparent.is(traceparent) ? traceparent : null

/** A ledger whose events are read, and the newest rule set that is known: events that newer rules decided are refused. */
export interface ReadLedger extends LedgerIdentity {
  readonly rules: RuleSet
}

const ofOtherLog =
  '此事件属于另一个账本。如两人同时以不同名称在此日志上建账，双方都不能再用此日志：请另选空库，由一个进程重新建账。否则请停止写入，查明是哪个程序写入了它。 ' +
  'This event is another ledger’s. Where two founded this log at the same moment under different names, neither can use it: found anew in another empty store, from one process. Else stop writing, and find out which program wrote it here.'

const strangeTo = ({ log, jurisdiction, rules }: ReadLedger, header: Header): Strange | null => {
  if (header.log !== log) return { path: '$.log', expected: log, advice: ofOtherLog }
  if (header.jurisdiction !== jurisdiction) return { path: '$.jurisdiction', expected: jurisdiction }
  return header.rules > rules ? { path: '$.rules', expected: `at most ${rules}` } : null
}

/** Decodes the events of one ledger: header, log, jurisdiction, rules, type, schema and data, in this order; the first thing wrong is told. */
export const eventDecoder = (registry: Registry, upcasts: Upcasts, ledger: ReadLedger): DecodeEvent => {
  const readEvent = storedEventReader(registry, upcasts)
  return (stored) => {
    const header = decodeHeader(stored)
    if (E.isLeft(header)) return header
    const strange = strangeTo(ledger, header.right)
    if (strange !== null) return E.left(damagedEvent(stored, strange))
    const data = readEvent(header.right, parseText(stored.event.data, '$.data'))
    if (E.isLeft(data)) return E.left(damagedEvent(stored, data.left))
    return E.right(Object.assign(header.right, { traceparent: readTrace(stored.event), data: data.right }))
  }
}
