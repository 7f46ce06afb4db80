import type { Projection } from '@zhiyuan/kernel'
import type { LedgerEvent } from '../../../ledger.ts'
import { viewOf } from '../../cases.ts'
import { mergeNotes } from '../../people/survivors.ts'
import { recordNotes } from '../../records/record-history.ts'
import { unknownVolunteer, type AssessmentVolunteer } from './row.ts'

/** People and their service, for the assessment (C08, C10, C22): one row a volunteer. */
export const assessmentVolunteers: Projection<AssessmentVolunteer, LedgerEvent> = viewOf<AssessmentVolunteer>(
  'assessment-volunteers',
  1,
  {
    initial: unknownVolunteer,
    cases: {
      ...recordNotes<AssessmentVolunteer>(),
      ...mergeNotes<AssessmentVolunteer>(),
      VolunteerRegistered: {
        keys: ({ person }) => [person],
        evolve: (row, { home, homeFrom: from }, { recordedAt, occurredAt }) => ({
          ...row,
          registered: { recordedAt, occurredAt },
          homes: [...row.homes, { recordedAt, from, home }],
        }),
      },
      HomeMoved: {
        keys: ({ person }) => [person],
        evolve: (row, { home, from }, { recordedAt }) => ({
          ...row,
          homes: [...row.homes, { recordedAt, from, home }],
        }),
      },
    },
  },
)
