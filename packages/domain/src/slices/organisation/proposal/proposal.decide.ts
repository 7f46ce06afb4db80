import * as E from 'fp-ts/lib/Either.js'
import { commandNotAllowed, sameContent, type CommandNotAllowed, type Decider } from '@zhiyuan/kernel'
import type {
  NotAuthorised,
  OnlyAProcess,
  OutsideJurisdiction,
  PostNotHeld,
  SameIdOtherContent,
} from '../../../vocabulary/rejections.ts'
import type { Code } from '../../../vocabulary/values.ts'
import { handlerKit } from '../handler-kit.ts'
import { listHolders, unitsRead } from '../units/units.read.ts'
import type { NoteRuling, ProposalCommand, ProposalEvent, ProposeRuling } from './proposal.codec.ts'
import { proposalFold, proposalStream, type Proposals } from './proposal.read.ts'

export type ProposalRejection =
  CommandNotAllowed | NotAuthorised | OnlyAProcess | OutsideJurisdiction | PostNotHeld | SameIdOtherContent
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

const noteRuling = onProcess<NoteRuling>()({
  about: (command, { made, isRuled }) => {
    const proposal = made.find(({ by, unitId }) => by !== command.decidedBy && unitId === command.unitId)
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
