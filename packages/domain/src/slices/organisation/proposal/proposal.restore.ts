import { copyFields, restoreByFirst } from '@zhiyuan/kernel'
import { NoteRuling, ProposeRuling, type ProposalCommand, type ProposalEvent } from './proposal.codec.ts'

export const restoreProposal = restoreByFirst<ProposalCommand, ProposalEvent>({
  RulingProposed: copyFields(ProposeRuling),
  RulingMade: copyFields(NoteRuling),
})
