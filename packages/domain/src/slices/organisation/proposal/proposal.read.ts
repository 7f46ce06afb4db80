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
  'ReinstateRecord',
  'RuleBurst',
  'UpholdRecord',
  'VerifyRecord',
] as const
/** Whether an id can be one that a refusal has said: its first part names such a command, and another part the case. */
export const isRuling = (rulingId: RulingId): boolean =>
  rulings.some((command) => rulingId.startsWith(`${command}.`) && rulingId.length > command.length + 1)

const escapes: Readonly<Record<string, string>> = { _: '__', ':': '_c', '.': '_d' }
const escaped: Readonly<Record<string, string>> = { __: '_', _c: ':', _d: '.' }
const longest = 200

/** A checksum of a text, so that two long ids with one beginning differ. */
const computeChecksum = (whole: string): string =>
  [0x811c9dc5, 0x9dc5811c]
    .map((seed) => [...whole].reduce((sum, one) => Math.imul(sum ^ one.charCodeAt(0), 0x01000193), seed) >>> 0)
    .map((sum) => sum.toString(36))
    .join('')

/** The id of a ruling, of a command and what it is about. An id that is too long is cut, and ends with a checksum. */
export const nameRuling = (command: (typeof rulings)[number], ...about: ReadonlyArray<string | number>): RulingId => {
  const parts = [command, ...about].map((part) => `${part}`.replace(/[_:.]/g, (one) => escapes[one] ?? one))
  const whole = parts.join('.')
  const cut = `..${computeChecksum(whole)}`
  return (whole.length <= longest ? whole : `${whole.slice(0, longest - cut.length)}${cut}`) as RulingId
}

/** The command of a ruling and what it is about, as they were named; null for an id that was cut. */
export const parseRuling = (rulingId: RulingId): ReadonlyArray<string> | null => {
  const parts = rulingId.split('.').map((part) => part.replace(/_[_cd]/g, (one) => escaped[one] ?? one))
  return parts.includes('') ? null : parts
}
