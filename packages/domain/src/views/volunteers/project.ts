import type { Projection } from '@zhiyuan/kernel'
import type { LedgerEvent } from '../../ledger.ts'
import type { StarEvent } from '../../slices/recognition/star/star.codec.ts'
import { defineView, type Case } from '../cases.ts'
import type { Recorded } from '../known.ts'
import { recordNotes } from '../records/record-history.ts'
import { unknownVolunteer, type StarFact, type VolunteerRow } from './row.ts'

type Decided = Extract<
  StarEvent,
  { readonly type: 'StarGranted' | 'StarPutUnderExamination' | 'StarUpheld' | 'StarLowered' | 'StarRevoked' }
>

const makeFact = (event: Decided, { recordedAt }: Recorded): StarFact => {
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

const decided: Case<VolunteerRow, Decided> = {
  keys: ({ volunteer }) => [volunteer],
  evolve: (row, event, noted) => ({ ...row, stars: [...row.stars, makeFact(event, noted)] }),
}

/** Volunteers and their service, for star certification (星级认定; C30) and the assessment (C08, C10, C22): one row for each volunteer. */
export const volunteers: Projection<VolunteerRow, LedgerEvent> = defineView<VolunteerRow>('volunteers', 1, {
  initial: unknownVolunteer,
  cases: {
    ...recordNotes<VolunteerRow>(),
    VolunteerRegistered: {
      keys: ({ person }) => [person],
      evolve: (row, { home, homeFrom: from, outside }, { recordedAt }) => ({
        ...row,
        registered: { recordedAt },
        homes: [...row.homes, { recordedAt, from, home, outside }],
      }),
    },
    HomeMoved: {
      keys: ({ person }) => [person],
      evolve: (row, { home, from, outside }, { recordedAt }) => ({
        ...row,
        homes: [...row.homes, { recordedAt, from, home, outside }],
      }),
    },
    ReviewNoted: {
      keys: ({ volunteer }) => [volunteer],
      evolve: (row, { orderId, round, rating, reviewer, orderVersion }, { recordedAt }) => ({
        ...row,
        reviews: [...row.reviews, { recordedAt, orderId, round, rating, reviewer, orderVersion }],
      }),
    },
    StarGranted: decided,
    StarPutUnderExamination: decided,
    StarUpheld: decided,
    StarLowered: decided,
    StarRevoked: decided,
  },
})
