/** The bursts that the ledger finds beside those of the oracle, which was told from the rules alone (H12). */
import { nationalDefaultPolicy } from '@zhiyuan/domain'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayBurst, findBurstCases, placeBurst, type BurstStory, type Entry } from '../oracles/burst.oracle.fixture.ts'
import { interval, openCounty, V1, type County } from './paper.fixture.ts'

const terms = { people: 3, peopleADay: 5 }
const offsetMinutes = 480

interface Typed {
  readonly person: number
  readonly place: 'S' | 'T' | 'U'
  readonly day: 24 | 25
  readonly hour: number
  readonly by: 'k1' | 'k3'
}
type Step = ({ readonly type: 'entry' } & Typed) | { readonly type: 'ruling'; readonly kind: 'S' | 'T' | 'U' | 24 | 25 }

const nameBurst = (kind: Extract<Step, { readonly type: 'ruling' }>['kind']) =>
  typeof kind === 'string'
    ? { ledger: `s.${kind}`, oracle: placeBurst(kind) }
    : { ledger: `d.${V1}.2020-04-${kind}`, oracle: dayBurst(V1, `2020-04-${kind}`) }

const makeTimes = ({ day, hour }: Typed) => interval(`04-${day} 0${hour}:00`, `04-${day} 0${hour + 1}:30`)
/** Steps are a minute apart. */
const makeInstant = (n: number): string => `05-06 0${1 + Math.floor(n / 60)}:${String(n % 60).padStart(2, '0')}`
const toMillis = (words: string): number => Date.parse(`2020-${words.replace(' ', 'T')}:00.000Z`)

const backfill = (recordId: string, { person, place, ...typed }: Typed) => ({
  type: 'Backfill',
  volunteer: `v${person}`,
  recordId,
  occasion: { type: 'session', sessionId: place, host: V1 },
  segments: [makeTimes({ person, place, ...typed })],
  minutes: 90,
  content: 'culture-arts',
  bodyId: V1,
  teamId: null,
  responsible: 'l',
  reason: null,
})

/** What the oracle is told: each entry that the ledger took. */
const describeEntry = (n: number, typed: Typed): Entry => {
  const { start, end } = makeTimes(typed)
  return {
    record: `R${n}`,
    human: `v${typed.person}`,
    grade: 'manual',
    told: 'live',
    enteredAt: toMillis(makeInstant(n)),
    enteredBy: typed.by,
    place: typed.place,
    unit: V1,
    start: Date.parse(start),
    end: Date.parse(end),
  }
}

/** The last burst that held each record, with the number of its case, by the events of the ledger. */
const listHolds = async (county: County): Promise<Readonly<Record<string, string>>> => {
  const held: Record<string, string> = {}
  for (const event of await county.listEvents())
    if (event.type === 'RecordHeld' && event.kind === 'burst')
      held[event.recordId] = event.holdId.slice('burst:'.length)
  return held
}

const play = async (steps: ReadonlyArray<Step>) => {
  const county = await openCounty(8)
  const sections = { ...nationalDefaultPolicy.sections, bursts: { ...terms, pace: null } }
  await county.send('admin', { type: 'AdoptPolicy', ...nationalDefaultPolicy, version: 'SMALL', sections })
  const entries: Entry[] = []
  const rulings: BurstStory['rulings'][number][] = []
  for (const [n, step] of steps.entries()) {
    await county.at(makeInstant(n))
    if (step.type === 'entry') {
      const isTaken = (await county.refuse(step.by, backfill(`R${n}`, step))) === 'accepted'
      if (isTaken) entries.push(describeEntry(n, step))
      await county.at(makeInstant(n))
      continue
    }
    const { ledger, oracle } = nameBurst(step.kind)
    const number =
      (await county.listEvents()).filter((one) => one.type === 'BurstRuled' && one.burstId === ledger).length + 1
    const ruling = { type: 'RuleBurst', burstId: ledger, number, verdict: 'none', reason: { code: 'seen', text: null } }
    if ((await county.refuse('qt', ruling)) === 'accepted')
      rulings.push({ burst: oracle, at: toMillis(makeInstant(n)) })
    await county.at(makeInstant(n))
  }
  const answer = findBurstCases({ entries, counts: [], rulings, terms, offsetMinutes })
  return { county, answer }
}

const translate = (burst: string): string =>
  burst
    .replace(/^place:/, 's.')
    .replace(/^day:([^:]+):/, 'd.$1.')
    .replace('#', ':')

describe('bursts', () => {
  it('H12: law: hold the records that the oracle names, in its cases', async () => {
    const entry: fc.Arbitrary<Step> = fc.record({
      type: fc.constant('entry' as const),
      person: fc.integer({ min: 0, max: 7 }),
      place: fc.constantFrom('S' as const, 'S' as const, 'T' as const, 'U' as const),
      day: fc.constantFrom(24 as const, 24 as const, 25 as const),
      hour: fc.integer({ min: 1, max: 5 }),
      by: fc.constantFrom('k1' as const, 'k3' as const),
    })
    const ruling: fc.Arbitrary<Step> = fc.record({
      type: fc.constant('ruling' as const),
      kind: fc.constantFrom('S' as const, 'T' as const, 24 as const),
    })
    let held = 0
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof({ weight: 8, arbitrary: entry }, { weight: 1, arbitrary: ruling }), {
          minLength: 8,
          maxLength: 30,
        }),
        async (steps) => {
          const { county, answer } = await play(steps)
          const expected = [...answer.records].flatMap(([record, hold]) =>
            hold === null ? [] : [[record, translate(hold.case)] as const],
          )
          held += expected.length
          expect(await listHolds(county)).toEqual(Object.fromEntries(expected))
        },
      ),
      { numRuns: 25 },
    )
    expect(held).toBeGreaterThan(50)
  }, 120_000)
})
