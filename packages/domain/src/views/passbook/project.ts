import { defineView } from '../cases.ts'
import type { PassbookFact, PassbookRow } from './row.ts'

const ofVolunteer = ({ volunteer }: { readonly volunteer: string }): ReadonlyArray<string> => [volunteer]

const addEntry = ({ entries }: PassbookRow, entry: PassbookFact): PassbookRow => ({ entries: [...entries, entry] })

/** Points credited, taken back and spent, by volunteer. A credit that is kept or forestalled changes no balance. */
export const passbook = defineView<PassbookRow>('passbook', 1, {
  initial: () => ({ entries: [] }),
  cases: {
    PointsCredited: {
      keys: ofVolunteer,
      evolve: (row, { points, recordId, day, minutes }, noted) =>
        addEntry(row, { type: 'credit', points, recordId, day, minutes, ...noted }),
    },
    PointsReversed: {
      keys: ofVolunteer,
      evolve: (row, { points, recordId, because }, noted) =>
        addEntry(row, { type: 'reversal', points, recordId, because, ...noted }),
    },
    PointsSpent: {
      keys: ofVolunteer,
      evolve: (row, { points, redemptionId, item }, noted) =>
        addEntry(row, { type: 'redemption', points, redemptionId, item, ...noted }),
    },
    RedemptionCancelled: {
      keys: ofVolunteer,
      evolve: (row, { points, redemptionId, reason }, noted) =>
        addEntry(row, { type: 'cancelled-redemption', points, redemptionId, reason, ...noted }),
    },
  },
})
