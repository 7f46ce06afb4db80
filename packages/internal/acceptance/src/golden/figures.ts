/** The figures of the golden story, read off a ledger in the shape of `expected.ts`. */
import type { AreaAssessment, Assessment, StarFigures } from '@zhiyuan/domain'
import type { Instant, LocalDay } from '@zhiyuan/kernel'
import type { Ledger } from '@zhiyuan/ledger'
import { aprilAndMay, knownAt, moving, shown, steady, type Known } from './expected.ts'
import { units } from './people.ts'

const { C, T1, T2, V1, V2 } = units
const people = ['a', 'b', 'c', 'd', 'e'] as const

/** Everything that is known at an instant, as the ledger gives it. */
export interface Figures {
  readonly stars: ReadonlyArray<StarFigures>
  readonly assessment: Assessment
}

const period = aprilAndMay as unknown as { readonly from: LocalDay; readonly to: LocalDay }
export const knownInstant = (at: Known): Instant => knownAt[at] as Instant

/** F(P, K). */
export const readTables = async (ledger: Ledger, at: Known): Promise<Figures> => ({
  stars: await ledger.starTable({ knownAt: knownInstant(at) }),
  assessment: await ledger.assessment({ ...period, knownAt: knownInstant(at) }),
})

const sum = (numbers: ReadonlyArray<number>): number => numbers.reduce((all, one) => all + one, 0)

const findArea = ({ areas }: Assessment, name: string): AreaAssessment | undefined => {
  const [unit, own] = name === 'CB' ? [C, true] : [{ C, T1, T2 }[name], false]
  return areas.find((area) => area.unit === unit && area.own === own)
}

/** The wanted indicators of the wanted areas. */
const read = <A>(
  wanted: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
  of: (area: AreaAssessment['figures'], id: 'I01') => A,
  assessment: Assessment,
) =>
  Object.fromEntries(
    Object.entries(wanted).map(([id, by]) => [
      id,
      Object.fromEntries(
        Object.keys(by).map((name) => {
          const area = findArea(assessment, name)
          return [name, area === undefined ? null : of(area.figures, id as 'I01')]
        }),
      ),
    ]),
  )

const ratio = ({ n, d }: { readonly n: number; readonly d: number }) => [n, d]

const sumMinutes = (assessment: Assessment, by: 'served' | 'home') =>
  Object.fromEntries(
    ['T1', 'T2'].map((name) => {
      const { system, attested, manual } = findArea(assessment, name)?.minutes[by] ?? {
        system: 0,
        attested: 0,
        manual: 0,
      }
      return [name, system + attested + manual]
    }),
  )

const summarizeStars = (stars: ReadonlyArray<StarFigures>) => {
  const of = (person: string) => stars.find(({ volunteer }) => volunteer === person)
  const shortFigures = (person: string) => [of(person)?.eligible, of(person)?.granted, of(person)?.shortOfNext]
  const left = (why: 'submitted' | 'held' | 'rejected' | 'voided') =>
    sum(stars.map(({ notCounted }) => notCounted[why]))
  return {
    counted: people.map((person) => of(person)?.minutes ?? 0),
    byGrade: (['system', 'attested', 'manual'] as const).map((grade) =>
      sum(stars.map(({ counted }) => counted[grade])),
    ),
    notCounted: {
      submitted: left('submitted'),
      held: left('held'),
      rejected: left('rejected'),
      voided: left('voided'),
    },
    stars: { b: shortFigures('b'), e: shortFigures('e'), a: shortFigures('a') },
  }
}

const summarizeBodies = ({ bodies }: Assessment) => {
  const of = (body: string) => {
    const minutes = bodies.find(({ bodyId }) => bodyId === body)?.minutes
    return minutes === undefined ? 0 : minutes.system + minutes.attested + minutes.manual
  }
  return { V1: of(V1), K: of('K'), V2: of(V2) }
}

const readCompanions = (assessment: Assessment) => {
  const city = findArea(assessment, 'C')?.figures
  if (city === undefined) return null
  const { I07, I08, I09, I11 } = city
  return {
    solvedInFirstRound: ratio(I07.beside.solvedInFirstRound),
    coverage: ratio(I08.beside.coverage),
    escalationSteps: I09.beside.steps,
    automatic: I09.beside.automatic,
    referred: I11.beside.referred,
  }
}

/** Every figure of one column: see `expectedFigures`. */
export const readFigures = async (ledger: Ledger, at: Known) => {
  const { stars, assessment } = await readTables(ledger, at)
  const books = await Promise.all(people.map((person) => ledger.passbook(person, knownInstant(at))))
  return {
    ...summarizeStars(stars),
    byServed: sumMinutes(assessment, 'served'),
    byHome: sumMinutes(assessment, 'home'),
    byBody: summarizeBodies(assessment),
    points: books.map(({ balance }) => balance),
    conservation: (['issued', 'spent', 'reversed'] as const).map((what) => sum(books.map((book) => book[what]))),
    moving: read(
      Object.fromEntries(Object.entries(moving).map(([id, by]) => [id, by[at]])),
      (area, id) => ratio(area[id]),
      assessment,
    ),
    shown: read(shown[at], (area, id) => area[id].hundredths, assessment),
    allParticipants: Object.fromEntries(
      ['T1', 'T2', 'C'].map((name) => {
        const figures = findArea(assessment, name)?.figures
        return [name, figures === undefined ? null : ratio(figures.I03.beside.allParticipants)]
      }),
    ),
    ...(at === 'K1'
      ? {}
      : { steady: read(steady, (area, id) => ratio(area[id]), assessment), beside: readCompanions(assessment) }),
  }
}
