import type { Projection } from '@zhiyuan/kernel'
import type { LedgerEvent } from '../../ledger.ts'
import type { StarEvent } from '../../star/star.codec.ts'
import { viewOf, type Case } from '../cases.ts'
import { type Recorded } from '../known.ts'
import { mergeNotes } from '../people/survivors.ts'
import { recordNotes } from '../records/record-history.ts'
import { noStar, type StarFact, type StarRow } from './row.ts'

type Decided = Extract<
  StarEvent,
  { readonly type: 'StarGranted' | 'StarPutUnderExamination' | 'StarUpheld' | 'StarLowered' | 'StarRevoked' }
>

const factOf = (event: Decided, { recordedAt }: Recorded): StarFact => {
  switch (event.type) {
    case 'StarGranted':
      return { recordedAt, type: 'granted', level: event.level }
    case 'StarPutUnderExamination':
      return { recordedAt, type: 'put-under-examination' }
    case 'StarUpheld':
      return { recordedAt, type: 'upheld' }
    case 'StarLowered':
      return { recordedAt, type: 'lowered', level: event.level }
    case 'StarRevoked':
      return { recordedAt, type: 'revoked' }
  }
}

const decided: Case<StarRow, Decided> = {
  keys: ({ volunteer }) => [volunteer],
  evolve: (row, event, said) => ({ ...row, stars: [...row.stars, factOf(event, said)] }),
}

/** 星级认定 (C30): one row a volunteer. */
export const starCertification: Projection<StarRow, LedgerEvent> = viewOf<StarRow>('star-certification', 1, {
  initial: noStar,
  cases: {
    ...recordNotes<StarRow>(),
    ...mergeNotes<StarRow>(),
    ReviewNoted: {
      keys: ({ volunteer }) => [volunteer],
      evolve: (row, { orderId, round, rating, orderVersion }, { recordedAt }) => ({
        ...row,
        reviews: [...row.reviews, { recordedAt, orderId, round, rating, orderVersion }],
      }),
    },
    StarGranted: decided,
    StarPutUnderExamination: decided,
    StarUpheld: decided,
    StarLowered: decided,
    StarRevoked: decided,
  },
})
