import * as E from 'fp-ts/lib/Either.js'
import { defineHandler, sameContent, type CommandNotAllowed, type Decider } from '@zhiyuan/kernel'
import type {
  NotAuthorised,
  OutsideJurisdiction,
  PostNotHeld,
  SameIdOtherContent,
} from '../../../vocabulary/rejections.ts'
import type { Code } from '../../../vocabulary/values.ts'
import { listHolders, unitsRead } from '../units/units.read.ts'
import type { ProposalCommand, ProposalEvent, ProposeRuling } from './proposal.codec.ts'
import { proposalFold, proposalStream, type Proposals } from './proposal.read.ts'

export type ProposalRejection =
  CommandNotAllowed | NotAuthorised | OutsideJurisdiction | PostNotHeld | SameIdOtherContent
type Decision = E.Either<ProposalRejection, ReadonlyArray<ProposalEvent>>

const proposeRuling = defineHandler<Proposals, ProposalEvent, ProposalRejection>()<ProposeRuling>()({
  reads: (_command, _state, { jurisdiction }) => ({ tree: unitsRead(jurisdiction) }),
  decide:
    ({ type, rulingId, reason }, { tree }, { actor, now: proposedAt }) =>
    ({ made }): Decision => {
      if (actor.type !== 'person' || tree.root === null) return E.left({ type: 'NotAuthorised', command: type })
      const { person: by, role, unit: unitId } = actor
      const mine = made.find((one) => one.by === by)
      if (mine !== undefined)
        return sameContent(mine.reason, reason) ? E.right([]) : E.left({ type: 'SameIdOtherContent', id: rulingId })
      if (unitId !== tree.root)
        return E.left({ type: 'OutsideJurisdiction', person: by, role, actsAt: unitId, unit: tree.root })
      if (!listHolders(tree, unitId, role).includes(by))
        return E.left({ type: 'PostNotHeld', unit: unitId, post: role, person: by })
      return E.right([
        { type: 'RulingProposed', rulingId, reason, by, post: role as string as Code, unitId, proposedAt },
      ])
    },
})

export const proposalDecider: Decider<ProposalCommand, Proposals, ProposalEvent, ProposalRejection> = {
  stream: ({ rulingId }) => proposalStream(rulingId),
  fold: proposalFold,
  handlers: { ProposeRuling: proposeRuling },
}
