import type { UnitId } from '@zhiyuan/kernel'
import { findPopulation } from '../slices/organisation/policy/policy.read.ts'
import type { Frame } from '../views/assessment/frame.ts'
import { reachesPercent, type Ratio } from '../views/figures/ratio.ts'
import { buildShare, recordEvents, type IndicatorOf } from './indicator.ts'

/** What stands beside I03. */
export interface I03Beside {
  readonly allParticipants: Ratio
  readonly registered: number
  /** Persons with a counted minute who live outside the tree, at the unit that keeps them (G2). */
  readonly outside: number
  /** Counted records: never what the target is measured by. */
  readonly visits: number
}

/** S9: of the whole area as last published; a unit without a figure of its own has the sum of those below, if all have one. */
const sumPopulation = (frame: Frame, unit: UnitId, depth = 0): number | null => {
  const { tree, policies } = frame.input
  const own = findPopulation(policies, unit, { referenceBefore: frame.ends, knownAt: frame.knownAt })
  if (own !== null) return own.heads
  const below = [...tree.units.values()].filter(({ parent }) => parent === unit)
  if (below.length === 0 || depth > 8) return null
  return below.reduce<number | null>((sum, { unitId }) => {
    const heads = sum === null ? null : sumPopulation(frame, unitId, depth + 1)
    return sum === null || heads === null ? null : sum + heads
  }, 0)
}

/** Mass participation: persons off the roster with a counted minute, of the resident population (C10). */
export const I03: IndicatorOf<'I03' | `I03.${'all' | 'registered' | 'outside' | 'visits'}`, I03Beside> = {
  words: {
    zh: { name: '群众参与率', n: '名册以外至少有一分钟计入服务的人数', d: '常住人口' },
    en: { name: 'mass participation', n: 'persons off the roster with a counted minute', d: 'resident population' },
  },
  exact: {
    each: 'each person with a record or a registration',
    n: '1 where the person has a counted minute of P, is no head of the roster and does not live outside the tree',
    d: 'nothing: d is the resident population of the area; of every `PopulationPublished` with `publishedAt` by K and a `referenceDate` that begins by the end of P, the one with the latest `referenceDate`, of two the one recorded later; an area without one has the sum of the units below it, if all have one, else 0; the own row of the city has 0',
    place: 'home',
    target: 'n × 100 ≥ `targets.massParticipation` × d',
    beside: {
      allParticipants:
        'persons with a counted minute of P who do not live outside the tree, heads of the roster among them, of d',
      registered:
        'persons of whom a `VolunteerRegistered` is recorded by K and happened (`occurredAt`) before the end of P',
      outside: 'persons with a counted minute of P who live outside the tree',
      visits: 'counted records of P with a minute or more',
    },
    events: ['VolunteerRegistered', 'HomeMoved', 'RosterAdopted', 'PopulationPublished', ...recordEvents],
  },
  ofPerson: ({ counted, minutes, isHead, registered, outside }, give) => {
    if (minutes > 0 && !isHead && !outside) give('I03', 1, 0)
    if (minutes > 0) {
      give(outside ? 'I03.outside' : 'I03.all', 1, 0)
      give('I03.visits', counted.length, 0)
    }
    if (registered) give('I03.registered', 1, 0)
  },
  figure: ({ count, targets, frame, area }) => {
    // The city's own row has no population: people live in townships, and only the whole is published.
    const d = area.own ? 0 : (sumPopulation(frame, area.unit) ?? 0)
    const ratio = { n: count('I03'), d }
    const beside = {
      allParticipants: { n: count('I03.all'), d },
      registered: count('I03.registered'),
      outside: count('I03.outside'),
      visits: count('I03.visits'),
    }
    return { ...buildShare(ratio, beside), met: reachesPercent(ratio, targets.massParticipation) }
  },
}
