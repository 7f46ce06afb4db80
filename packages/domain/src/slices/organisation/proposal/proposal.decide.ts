import * as E from 'fp-ts/lib/Either.js'
import { commandNotAllowed, sameContent, type CommandNotAllowed, type Decider } from '@zhiyuan/kernel'
import type {
  NotAuthorised,
  NotThere,
  OnlyAProcess,
  OutsideJurisdiction,
  PostNotHeld,
  SameIdOtherContent,
} from '../../../vocabulary/rejections.ts'
import { isOffice, type Code } from '../../../vocabulary/values.ts'
import { handlerKit } from '../handler-kit.ts'
import { isOneHuman, registrationsRead } from '../registrations.ts'
import { listHolders, unitsRead } from '../units/units.read.ts'
import type { NoteRuling, ProposalCommand, ProposalEvent, ProposeRuling } from './proposal.codec.ts'
import { isRuling, proposalFold, proposalStream, type Proposals } from './proposal.read.ts'

export type ProposalRejection =
  CommandNotAllowed | NotAuthorised | NotThere | OnlyAProcess | OutsideJurisdiction | PostNotHeld | SameIdOtherContent
type Decision = E.Either<ProposalRejection, ReadonlyArray<ProposalEvent>>

const { on, onProcess } = handlerKit<ProposalCommand, Proposals, ProposalEvent, ProposalRejection>({
  notAllowed: (_state, { type }) => commandNotAllowed('none', type),
  isAbsent: () => false,
})

const proposeRuling = on<ProposeRuling>()({
  reads: (_command, _state, { jurisdiction }) => ({ tree: unitsRead(jurisdiction) }),
  decide:
    ({ type, rulingId, reason }, { tree }, { actor, now: proposedAt }) =>
    ({ made }): Decision => {
      if (actor.type !== 'person' || tree.root === null || !isOffice(actor.role))
        return E.left({ type: 'NotAuthorised', command: type })
      if (!isRuling(rulingId)) return E.left({ type: 'NotThere', id: rulingId })
      const { person: by, role, unit: unitId } = actor
      // Who left the post proposes again in another one.
      const mine = made.find((one) => one.by === by && one.post === (role as string))
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

/**
 * Of those on whose proposal the decision can rest the last one: proposals from before it, by another human who holds the post. What was
 * proposed with a part in the case decides nothing, so that another one had to propose after it.
 */
const noteRuling = onProcess<NoteRuling>()({
  reads: (_command, _state, moment) => ({
    tree: unitsRead(moment.jurisdiction),
    registrations: registrationsRead(moment),
  }),
  about: (command, { made, isRuled }, { tree, registrations }) => {
    const proposal = made.findLast(
      ({ by, post, unitId, proposedAt }) =>
        unitId === command.unitId &&
        proposedAt <= command.madeAt &&
        !isOneHuman(registrations, by, command.decidedBy) &&
        listHolders(tree, unitId, post).includes(by),
    )
    return proposal === undefined || isRuled ? null : { command, proposal }
  },
  then: ({ command: { rulingId, decidedBy, madeAt }, proposal: { by: proposedBy, unitId } }) =>
    E.right([{ type: 'RulingMade', rulingId, proposedBy, decidedBy, unitId, madeAt }]),
})

export const proposalDecider: Decider<ProposalCommand, Proposals, ProposalEvent, ProposalRejection> = {
  stream: ({ rulingId }) => proposalStream(rulingId),
  fold: proposalFold,
  handlers: { ProposeRuling: proposeRuling, NoteRuling: noteRuling },
}
