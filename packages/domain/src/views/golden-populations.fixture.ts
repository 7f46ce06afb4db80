/** The populations of the golden story. They are made up. */
import { units } from '../fixtures/people.ts'

const { C, T1, T2 } = units

const population = (unitId: string, heads: number) => ({
  type: 'PopulationPublished',
  unitId,
  heads,
  referenceDate: '2020-01-01',
  source: 'synthetic',
  synthetic: true,
  publishedAt: '2020-03-01T00:00:00.000Z',
})

/** Of T1, T2 and the city. */
export const goldenPopulations = [population(T1, 20), population(T2, 30), population(C, 50)]
