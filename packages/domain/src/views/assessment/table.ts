/** Sums become the figures of an area. */
import type { UnitId } from '@zhiyuan/kernel'
import { populationAt } from '../../slices/organisation/policy/policy.read.ts'
import { hundredths, medianOf, reachesPercent, type Ratio } from '../figures/ratio.ts'
import type { Area, Sums } from './areas.ts'
import type { Measure } from './contribution.ts'
import type { AreaMinutes, Figure, IndicatorFigures } from './figures.ts'
import { keepsUp, type Frame } from './frame.ts'
import { targetTerms } from '../../slices/assessment/targets.terms.ts'
import { readTerms } from '../../slices/organisation/policy/terms.ts'

const plain = ({ n, d }: Ratio): Figure<Record<never, never>> => withBeside({ n, d }, {})
const withBeside = <B>({ n, d }: Ratio, beside: B): Figure<B> => ({
  n,
  d,
  hundredths: hundredths({ n, d }, 100),
  met: null,
  beside,
})

/** S9: of the whole area as last published; a unit without a figure of its own has the sum of those below, if all have one. */
const populationOf = (frame: Frame, unit: UnitId, depth = 0): number | null => {
  const { tree, book } = frame.input
  const own = populationAt(book, unit, { referenceBefore: frame.ends, knownAt: frame.knownAt })
  if (own !== null) return own.heads
  const below = [...tree.units.values()].filter(({ parent }) => parent === unit)
  if (below.length === 0 || depth > 8) return null
  return below.reduce<number | null>((sum, { unitId }) => {
    const heads = sum === null ? null : populationOf(frame, unitId, depth + 1)
    return sum === null || heads === null ? null : sum + heads
  }, 0)
}

/** What an area's sums are asked for. */
interface Asked {
  readonly ratio: (measure: Measure) => Ratio
  readonly count: (measure: Measure) => number
  readonly median: (measure: Measure) => Ratio
}

const askedOf = (sums: Sums, area: Area): Asked => ({
  ratio: (measure) => sums.of(area, measure),
  count: (measure) => sums.of(area, measure).n,
  median: (measure) => medianOf(sums.values(area, measure)),
})

const inService = (frame: Frame, { ratio, median, count }: Asked): Pick<IndicatorFigures, 'I01' | 'I02'> => {
  const targets = readTerms(targetTerms, frame.policy)
  const minutes = ratio('I02')
  const headsAtTarget = { n: count('I02.at-target'), d: minutes.d }
  return {
    I01: { ...plain(ratio('I01')), met: reachesPercent(ratio('I01'), targets.inServiceParticipation) },
    I02: {
      ...withBeside(minutes, { median: median('I02'), headsAtTarget }),
      hundredths: hundredths(minutes, 1),
      met: keepsUp(frame, minutes.n, minutes.d),
    },
  }
}

/** The city's own row has no population: people live in townships, and only the whole is published. */
const massOf = (frame: Frame, { unit, own }: Area, { count }: Asked): IndicatorFigures['I03'] => {
  const d = own ? 0 : (populationOf(frame, unit) ?? 0)
  const beside = {
    allParticipants: { n: count('I03.all'), d },
    registered: count('I03.registered'),
    visits: count('I03.visits'),
  }
  const ratio = { n: count('I03'), d }
  return {
    ...withBeside(ratio, beside),
    met: reachesPercent(ratio, readTerms(targetTerms, frame.policy).massParticipation),
  }
}

const ofNeeds = (
  { ratio, count, median }: Asked,
  measures: ReadonlyArray<Measure>,
): Pick<IndicatorFigures, 'I04' | 'I11'> => {
  const rejections = measures.filter((measure) => measure.startsWith('I11.rejected.')).toSorted()
  const rejected = Object.fromEntries(
    rejections.map((measure) => [measure.slice('I11.rejected.'.length), count(measure)]),
  )
  return {
    I04: withBeside(ratio('I04'), {
      medianMinutesToDecision: median('I04.decision'),
      decided: ratio('I04.decision').d,
      unanswered: count('I04.unanswered'),
    }),
    I11: withBeside(ratio('I11'), { referred: count('I11.referred'), rejected }),
  }
}

const ofOrders = (
  frame: Frame,
  { ratio, count }: Asked,
): Pick<IndicatorFigures, 'I05' | 'I07' | 'I08' | 'I09' | 'I10' | 'I12' | 'I13'> => {
  const asked = ratio('I07').d
  const reviewed = ratio('I08')
  const coverage = { n: reviewed.d, d: asked }
  const { thinCoverage } = readTerms(targetTerms, frame.policy)
  return {
    I05: withBeside(ratio('I05'), {
      open: count('I05.open'),
      unmet: count('I05.unmet'),
      aborted: count('I05.aborted'),
      cancelled: count('I05.cancelled'),
    }),
    I07: withBeside(ratio('I07'), {
      partly: { n: count('I07.partly'), d: asked },
      solvedInFirstRound: ratio('I07.first-round'),
    }),
    I08: withBeside(reviewed, {
      coverage,
      thin: asked > 0 && !reachesPercent(coverage, thinCoverage),
      followUpAgreement: ratio('I08.follow-up'),
    }),
    I09: withBeside(ratio('I09'), {
      steps: count('I09.steps'),
      automatic: count('I09.automatic'),
      fulfilledBy: {
        village: count('I09.fulfilled.village'),
        township: count('I09.fulfilled.township'),
        city: count('I09.fulfilled.city'),
      },
    }),
    I10: plain(ratio('I10')),
    I12: plain(ratio('I12')),
    I13: plain(ratio('I13')),
  }
}

const evidence = ({ ratio, count }: Asked): IndicatorFigures['I14'] =>
  withBeside(ratio('I14'), {
    late: count('I14.late'),
    held: count('I14.held'),
    suspended: count('I14.suspended'),
    voided: count('I14.voided'),
  })

/** All indicators of an area. */
export const figuresOf = (frame: Frame, sums: Sums, area: Area): IndicatorFigures => {
  const asked = askedOf(sums, area)
  const { I01, I02 } = inService(frame, asked)
  const { I04, I11 } = ofNeeds(asked, sums.measures(area))
  const { I05, I07, I08, I09, I10, I12, I13 } = ofOrders(frame, asked)
  const I03 = massOf(frame, area, asked)
  return { I01, I02, I03, I04, I05, I07, I08, I09, I10, I11, I12, I13, I14: evidence(asked) }
}

export const minutesOf = (sums: Sums, area: Area): AreaMinutes => {
  const { count } = askedOf(sums, area)
  const by = (place: 'served' | 'home') => ({
    system: count(`minutes.${place}.system`),
    attested: count(`minutes.${place}.attested`),
    manual: count(`minutes.${place}.manual`),
  })
  return { served: by('served'), home: by('home') }
}
