import * as E from 'fp-ts/lib/Either.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { ruleSet, slices } from '@zhiyuan/domain'
import { ledgerStream, type LedgerFounded } from '@zhiyuan/domain/organisation'
import type { Header, LogId, Typed, Upcasts } from '@zhiyuan/kernel'
import {
  damagedEvent,
  decodeHeader,
  eventDecoder,
  gatherUpcasts,
  buildRegistry,
  type DecodeEvent,
  type EventStore,
  type Fault,
  type LedgerIdentity,
  type OpeningFault,
  type Recorded,
} from '@zhiyuan/runtime'

const advice = {
  empty:
    '此处还没有账本，未作任何改动。请检查路径或地址；如要新建账本，请在打开时写明 create（创始管理员）。 ' +
    'There is no ledger here; nothing was changed. Check the path or address; to found a new ledger, say create with its founding administrator.',
  strange:
    '此日志中有事件，但没有本账本的建账事件，未作任何改动。请检查路径或地址；新账本须建在空的日志上。 ' +
    'This log has events, and none that founds this ledger; nothing was changed. Check the path or address; a new ledger needs an empty log.',
  other:
    '此日志属于另一个账本（名称或辖区不同），未作任何改动。请检查日志名、辖区，以及路径或地址。 ' +
    'This log is another ledger’s, by its name or its jurisdiction; nothing was changed. Check the name of the log, the jurisdiction, and the path or address.',
  both:
    '此日志属于另一个账本，而您的建账事件也已写入其中，不能撤回：两人同时以不同名称建账，双方都不能再用此日志。请另选空库，由一个进程重新建账。 ' +
    'This log is another ledger’s by its first event, and a founding event of yours stands in it too, and stays: two founded it at the same moment under different names, and neither can use it. Found anew in another empty store, from one process.',
} as const

/** The fault of a log that has no founding event of that name. */
export const ledgerNotFounded = (log: LogId, why: 'empty' | 'strange'): OpeningFault => ({
  type: 'LedgerNotFounded',
  log,
  cause: why === 'empty' ? 'the log is empty' : 'the log has events, and no founding event',
  advice: advice[why],
})

/** That a log is another one than was wanted; `both`, where the wanted one was founded in it too. */
export const otherLedger = (
  wanted: LedgerIdentity,
  found: LedgerIdentity,
  why: 'other' | 'both' = 'other',
): OpeningFault => ({ type: 'OtherLedger', wanted, found, advice: advice[why] })

/** The name a log is looked for under, and how its older events are read. */
export interface Named {
  readonly log: LogId
  readonly upcasts: Upcasts
}

/** The type of the event that founds a log. */
export const foundingType: LedgerFounded['type'] = 'LedgerFounded'

/** The ledger that a founding event names. */
export const foundedIdentity = (founding: Typed): LedgerIdentity => {
  const { log, jurisdiction } = founding as LedgerFounded
  return { log, jurisdiction }
}

type Said = E.Either<Fault, LedgerIdentity>

/** Reads an event of a ledger. */
const identityDecoder = ({ log, jurisdiction }: LedgerIdentity, upcasts: Upcasts): DecodeEvent =>
  eventDecoder(buildRegistry(slices), gatherUpcasts(slices, upcasts), { log, jurisdiction, rules: ruleSet })

/** The founding event names its ledger twice, in its header and in its data. */
const readFounding = (first: Recorded, header: Header, upcasts: Upcasts): Said => {
  const read = identityDecoder(header, upcasts)(first)
  if (E.isLeft(read)) return read
  const said = foundedIdentity(read.right.data)
  const strange = (['log', 'jurisdiction'] as const).find((name) => said[name] !== header[name])
  return strange === undefined
    ? E.right(said)
    : E.left(damagedEvent(first, { path: `$.data.${strange}`, expected: header[strange] }))
}

/** The identity of the log by its first event: a founding event, another event of another ledger, or an unknown event. */
const readFirst = (first: Recorded, { log, upcasts }: Named): Said => {
  const strange = ledgerNotFounded(log, 'strange')
  const founds = first.event.type === foundingType
  const header = decodeHeader(first)
  if (E.isLeft(header)) return E.left(founds ? header.left : strange)
  const said = header.right
  if (founds && said.stream === ledgerStream(said.log)) return readFounding(first, said, upcasts)
  return said.log === log ? E.left(strange) : E.right({ log: said.log, jurisdiction: said.jurisdiction })
}

/** The identity at the beginning of a log. */
export interface Beginning {
  /** The ledger that its first event names. */
  readonly said: LedgerIdentity
  readonly second: Recorded | undefined
}

/** The beginning of a log, on every store; null where the log is empty. */
export const readBeginning = (
  events: Pick<EventStore, 'readAll'>,
  named: Named,
): TE.TaskEither<Fault, Beginning | null> =>
  TE.flatMap(events.readAll(null, 2), ({ events: [first, second] }): TE.TaskEither<Fault, Beginning | null> =>
    first === undefined
      ? TE.right(null)
      : TE.fromEither(E.map((said: LedgerIdentity): Beginning => ({ said, second }))(readFirst(first, named))),
  )

/** Refuses a log that two processes founded at the same moment under different names: no reader can go past the second founding. */
export const foundedOnce = ({ said, second }: Beginning, upcasts: Upcasts): E.Either<Fault, void> =>
  second?.event.type === foundingType
    ? E.map(() => undefined)(identityDecoder(said, upcasts)(second))
    : E.right(undefined)
