/** The policy of the county. */
import { nationalDefaultPolicy } from '../presets/policies.ts'

/** The national defaults, with stars within reach of a few services, with limits that a few people reach in a day, and without services on a theme. */
export const countyPolicy = {
  ...nationalDefaultPolicy,
  version: 'COUNTY-1',
  sections: {
    ...nationalDefaultPolicy.sections,
    attendance: { ...nationalDefaultPolicy.sections.attendance, confirmsADay: { clerk: 1, unit: 2 } },
    needs: {
      ...nationalDefaultPolicy.sections.needs,
      classes: ['common', 'individual', 'special-group'] as const,
      submittedADay: { person: 5, proxy: 3 },
    },
    bursts: { people: 3, peopleADay: 5, pace: { acts: 2, minutes: 30 } },
    stars: { ...nationalDefaultPolicy.sections.stars, thresholds: [60, 120, 240, 480, 960] },
  },
}
