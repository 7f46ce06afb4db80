import * as E from 'fp-ts/lib/Either.js'
import { defineHandler, sameContent, type Decider, type LogId } from '@zhiyuan/kernel'
import type { NotAuthorised } from '../../../vocabulary/rejections.ts'
import { actsAs } from '../../../vocabulary/values.ts'
import type { FoundLedger, LedgerId, FoundingCommand, FoundingEvent } from './ledger.codec.ts'
import { ledgerRoles } from './ledger.roles.ts'
import { foundingFold, ledgerStream, type Founding } from './ledger.read.ts'

/** L4: a ledger is founded once. */
export interface AlreadyFounded {
  readonly type: 'AlreadyFounded'
  readonly ledgerId: LedgerId
}
/** L4: the log has another name. */
export interface OtherLog {
  readonly type: 'OtherLog'
  readonly log: LogId
}

export type FoundingRejection = AlreadyFounded | NotAuthorised | OtherLog

type Decision = E.Either<FoundingRejection, ReadonlyArray<FoundingEvent>>

const foundLedger = defineHandler<Founding | null, FoundingEvent, FoundingRejection>()<FoundLedger>()({
  decide:
    ({ type, log, ledgerId }, _reads, moment) =>
    (founding): Decision => {
      const { actor, jurisdiction } = moment
      if (actor.type !== 'person' || !actsAs(actor.role, ...ledgerRoles.FoundLedger.roles))
        return E.left({ type: 'NotAuthorised', command: type })
      if (log !== moment.log) return E.left({ type: 'OtherLog', log: moment.log })
      const founded = { log, jurisdiction, ledgerId, administrator: actor.person, unit: actor.unit }
      if (founding === null) return E.right([{ type: 'LedgerFounded', ...founded }])
      return sameContent(founding, founded)
        ? E.right([])
        : E.left({ type: 'AlreadyFounded', ledgerId: founding.ledgerId })
    },
})

export const foundingDecider: Decider<FoundingCommand, Founding | null, FoundingEvent, FoundingRejection> = {
  stream: ({ log }) => ledgerStream(log),
  fold: foundingFold,
  handlers: { FoundLedger: foundLedger },
}
