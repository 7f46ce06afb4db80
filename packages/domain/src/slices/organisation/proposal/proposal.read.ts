/** What others may read of proposed rulings. */
import { streamRead, type Fold, type StreamName, type StreamRead } from '@zhiyuan/kernel'
import type { ProposalEvent, RulingId, RulingProposed } from './proposal.codec.ts'

export type Proposal = Omit<RulingProposed, 'type'>
/** Who has proposed a ruling, in order. */
export interface Proposals {
  readonly made: ReadonlyArray<Proposal>
}

export const proposalFold: Fold<Proposals, ProposalEvent> = {
  initial: { made: [] },
  evolve: ({ made }, { rulingId, reason, by, post, unitId, proposedAt }) => ({
    made: [...made, { rulingId, reason, by, post, unitId, proposedAt }],
  }),
}

export const proposalStream = (rulingId: RulingId): StreamName => `proposal-${rulingId}`
export const proposalRead = (rulingId: RulingId): StreamRead<Proposals> =>
  streamRead(proposalStream(rulingId), proposalFold)

/** The id of a ruling, of a command and what it is about. */
export const nameRuling = (command: string, ...about: ReadonlyArray<string | number>): RulingId =>
  [command, ...about].join('.').replaceAll(':', '-').slice(0, 200) as RulingId
