/** What others may read of proposed rulings. */
import { streamRead, type Fold, type StreamName, type StreamRead } from '@zhiyuan/kernel'
import type { ProposalEvent, RulingId, RulingProposed } from './proposal.codec.ts'

export type Proposal = Omit<RulingProposed, 'type'>
/** Who has proposed a ruling, in order, and whether it was made. */
export interface Proposals {
  readonly made: ReadonlyArray<Proposal>
  readonly isRuled: boolean
}

const evolve = (state: Proposals, event: ProposalEvent): Proposals => {
  switch (event.type) {
    case 'RulingProposed': {
      const { rulingId, reason, by, post, unitId, proposedAt } = event
      return { ...state, made: [...state.made, { rulingId, reason, by, post, unitId, proposedAt }] }
    }
    case 'RulingMade':
      return { ...state, isRuled: true }
  }
}

export const proposalFold: Fold<Proposals, ProposalEvent> = { initial: { made: [], isRuled: false }, evolve }

export const proposalStream = (rulingId: RulingId): StreamName => `proposal-${rulingId}`
export const proposalRead = (rulingId: RulingId): StreamRead<Proposals> =>
  streamRead(proposalStream(rulingId), proposalFold)

/** The ruling whose proposal a stream has; null for another stream. */
export const parseProposalStream = (stream: StreamName): RulingId | null =>
  stream.startsWith('proposal-') ? (stream.slice('proposal-'.length) as RulingId) : null

/** The commands that two at the top may have to rule together (G8). */
const rulings = [
  'AnswerExtension',
  'ApproveSheet',
  'ClearHold',
  'CorrectRecord',
  'ExcuseAbsence',
  'FollowUpOrder',
  'RuleBurst',
  'UpholdRecord',
  'VerifyRecord',
] as const
/** Whether an id can be one that a refusal has said: its first part names such a command, and another part the case. */
export const isRuling = (rulingId: RulingId): boolean =>
  rulings.some((command) => rulingId.startsWith(`${command}.`) && rulingId.length > command.length + 1)

/** The id of a ruling, of a command and what it is about. */
export const nameRuling = (command: (typeof rulings)[number], ...about: ReadonlyArray<string | number>): RulingId =>
  [command, ...about].join('.').replaceAll(':', '-').slice(0, 200) as RulingId
