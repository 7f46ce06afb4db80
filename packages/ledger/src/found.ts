import * as TE from 'fp-ts/lib/TaskEither.js'
import { pipe } from 'fp-ts/lib/function.js'
import { roles, type LedgerEvent, type LedgerRejection } from '@zhiyuan/domain'
import { ledgerStream } from '@zhiyuan/domain/organisation'
import type { DecodeRefused, StreamVersion, Upcasts } from '@zhiyuan/kernel'
import { defect, type Fault, type LedgerIdentity, type Ports, type Runtime } from '@zhiyuan/runtime'
import type { Founder } from './names.ts'
import { readBeginning, foundedOnce, ledgerNotFounded, otherLedger } from './identity.ts'

/** Founds the ledger where the log is empty; a ledger that is founded already is opened as it is. */
export interface CreateLedger {
  /** The person who answers for the ledger from its first event on. */
  readonly administrator: string
  /** Where this person acts; the unit that has the jurisdiction's code, if not said. */
  readonly unit?: string
}

/** A ledger that is about to be opened. */
export interface Opening {
  readonly identity: LedgerIdentity
  readonly ports: Pick<Ports, 'events' | 'random'>
  readonly upcasts: Upcasts
  readonly runtime: Pick<Runtime<LedgerEvent, LedgerRejection>, 'execute'>
}

const foundLedger = (
  { identity, ports, runtime }: Opening,
  { administrator, unit }: Founder,
): TE.TaskEither<Fault | DecodeRefused, void> =>
  pipe(
    runtime.execute(
      { type: 'FoundLedger', log: identity.log, ledgerId: ports.random.id() },
      { actor: { type: 'person', person: administrator, role: roles.administrator, unit } },
    ),
    TE.flatMap((outcome): TE.TaskEither<Fault | DecodeRefused, void> => {
      if (outcome.ok || outcome.rejection.type === 'AlreadyFounded') return TE.right(undefined)
      const { rejection } = outcome
      return TE.left(rejection.type === 'DecodeRefused' ? rejection : defect('founding a ledger', rejection.type))
    }),
  )

/** The identity of the log, and whether a founding event of ours stands in it behind another's. */
const refuseOther = ({ identity, ports }: Opening, said: LedgerIdentity): TE.TaskEither<Fault, never> => {
  if (said.log === identity.log) return TE.left(otherLedger(identity, said))
  const ours = ports.events.readStream(ledgerStream(identity.log), 0 as StreamVersion, 1)
  return TE.flatMap(ours, ({ events }) => TE.left(otherLedger(identity, said, events.length > 0 ? 'both' : 'other')))
}

const checkFounded = (
  opening: Opening,
  whenEmpty: TE.TaskEither<Fault | DecodeRefused, void>,
): TE.TaskEither<Fault | DecodeRefused, void> => {
  const { identity, ports, upcasts } = opening
  return TE.flatMap(
    readBeginning(ports.events, { log: identity.log, upcasts }),
    (beginning): TE.TaskEither<Fault | DecodeRefused, void> => {
      if (beginning === null) return whenEmpty
      const { said } = beginning
      const same = said.log === identity.log && said.jurisdiction === identity.jurisdiction
      return same ? TE.fromEither(foundedOnce(beginning, upcasts)) : refuseOther(opening, said)
    },
  )
}

/**
 * Compares the log's identity with what was asked for; founds an empty one where `create` says so (L4). The first event of the log
 * decides, even if our founding was written: another process may have founded a ledger in it at the same time.
 */
export const ensureLedger = (opening: Opening, create?: Founder): TE.TaskEither<Fault | DecodeRefused, void> => {
  const missing = TE.left(ledgerNotFounded(opening.identity.log, 'empty'))
  if (create === undefined) return checkFounded(opening, missing)
  const founding = TE.matchE(
    (why: Fault | DecodeRefused) => checkFounded(opening, TE.left(why)),
    () => checkFounded(opening, missing),
  )(foundLedger(opening, create))
  return checkFounded(opening, founding)
}
