import { send, stateless } from '@zhiyuan/kernel'
import type { LedgerCommand, LedgerEvent } from '../../ledger.ts'
import { parseProposalStream } from '../../slices/organisation/proposal/proposal.read.ts'
import { decidingPosts } from '../../slices/organisation/two-at-the-top.ts'
import { actsAs } from '../../vocabulary/values.ts'

/** G8: a decision at the top that read a proposal rests on it, for without one it would have been refused. */
export const rulingsOfTwo = stateless<LedgerEvent, LedgerCommand>(
  'rulings-of-two',
  ({ actor, readSet, recordedAt: madeAt }) => {
    if (actor.type !== 'person' || !actsAs(actor.role, ...decidingPosts)) return []
    const { person: decidedBy, unit: unitId } = actor
    return readSet.flatMap(({ stream }) => {
      const rulingId = parseProposalStream(stream)
      return rulingId === null ? [] : [send({ type: 'NoteRuling', rulingId, decidedBy, unitId, madeAt })]
    })
  },
)
