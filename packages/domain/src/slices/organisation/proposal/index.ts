import type { Slice } from '@zhiyuan/kernel'
import { ProposalCommand, ProposalEvent } from './proposal.codec.ts'
import { proposalDecider, type ProposalRejection } from './proposal.decide.ts'
import type { Proposals } from './proposal.read.ts'
import { restoreProposal } from './proposal.restore.ts'

export * from './proposal.codec.ts'
export * from './proposal.read.ts'
export type { ProposalRejection } from './proposal.decide.ts'

/** Rulings that two people at the top of the tree make together, where no unit above is left (G8). */
export const proposal: Slice<ProposalCommand, Proposals, ProposalEvent, ProposalRejection, 'proposal'> = {
  name: 'proposal',
  command: ProposalCommand,
  event: ProposalEvent,
  decider: proposalDecider,
  lifecycle: {
    table: null,
    reason: 'a ruling is only proposed; the command that decides it stands on the stream of its case',
  },
  restoreCommand: restoreProposal,
}
