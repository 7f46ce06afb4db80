import type { RulingMade } from '../../slices/organisation/proposal/proposal.codec.ts'
import { defineView } from '../cases.ts'

/** One ruling of two at the top, written once. Null before it was made. */
export interface RulingRow {
  readonly ruling: Omit<RulingMade, 'type'> | null
}

/** G8: the rulings of two, which stand beside the strength of evidence (I14). */
export const rulings = defineView<RulingRow>('rulings', 1, {
  initial: () => ({ ruling: null }),
  cases: {
    RulingMade: {
      keys: ({ rulingId }) => [rulingId],
      evolve: (_row, { rulingId, proposedBy, decidedBy, unitId, madeAt }) => ({
        ruling: { rulingId, proposedBy, decidedBy, unitId, madeAt },
      }),
    },
  },
})
