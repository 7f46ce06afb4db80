/** The grades of sheets in the ledger beside those of the oracle, which was told from the rules alone (H14, H12). */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { HeadCount } from '../oracles/head-count.oracle.fixture.ts'
import { gradeLines, type PaperSheet } from '../oracles/sheet.oracle.fixture.ts'
import { approve, enter, listNames, openCounty, publish, tell, type Who } from './paper.fixture.ts'

const begins = Date.parse('2020-04-24T01:00:00.000Z')
/** Who tells a head count: l answers for the sheets, k1 enters them, kt is of the township. */
const tellers = ['kt', 'k1', 'l'] as const satisfies ReadonlyArray<Who>

interface Told {
  readonly by: (typeof tellers)[number]
  readonly count: number
}
interface Day {
  readonly isPublished: boolean
  readonly told: ReadonlyArray<Told>
  readonly people: number
  readonly approver: 'q1' | 'qt'
}

const describeSheet = (session: string, people: number): PaperSheet => ({
  sheet: session,
  place: session,
  name: 'l',
  hand: 'k1',
  imageHash: '5e',
  lines: listNames(people).map((human, n) => ({ record: `${session}.${n}`, human, start: begins + n * 60_000 })),
})

const gradeByOracle = (session: string, { isPublished, told, people, approver }: Day): string => {
  const sheet = describeSheet(session, people)
  const list = { list: session, name: 'l', hand: 'k1', records: sheet.lines.map(({ record }) => record) }
  const counts = told.map(({ by, count }): HeadCount => ({
    place: session,
    localDay: '2020-04-24',
    count,
    name: by,
    hand: by,
    list,
  }))
  const place = { knownSince: isPublished ? begins - 4 * 86_400_000 : null, begins }
  const approvedBy = approver === 'qt' ? 'unit-above' : 'body'
  const grades = new Set(gradeLines(sheet, place, isPublished ? counts : [], approvedBy, 480))
  return [...grades].join()
}

/** Plays each day in a session of its own, and lists the grades of the sheets. */
const gradeByLedger = async (days: ReadonlyArray<Day>): Promise<ReadonlyArray<string>> => {
  const county = await openCounty(6)
  await county.at('04-20 01:00')
  for (const [n, { isPublished }] of days.entries()) if (isPublished) await county.send('k1', publish(`s${n}`))
  await county.at('04-24 03:00')
  for (const [n, { isPublished, told }] of days.entries())
    for (const { by, count } of isPublished ? told : []) await county.send(by, tell(`s${n}`, count))
  await county.at('04-26 01:00')
  for (const [n, { people }] of days.entries()) await county.send('k1', enter(`L${n}`, `s${n}`, listNames(people)))
  await county.at('04-28 01:00')
  for (const [n, { approver }] of days.entries()) await county.send(approver, approve(`L${n}`))
  return (await county.listEvents()).flatMap((event) => (event.type === 'SheetApproved' ? [event.grade] : []))
}

describe('the grades of sheets', () => {
  it('H14: law: are those of the oracle, where no hand of the list tells a low count', async () => {
    const day: fc.Arbitrary<Day> = fc.record({
      isPublished: fc.constantFrom(true, true, true, false),
      // The hands of the list tell counts that are high enough: see the next test.
      told: fc.array(
        fc.record({ by: fc.constantFrom(...tellers), count: fc.integer({ min: 1, max: 6 }) }).map(({ by, count }) => ({
          by,
          count: by === 'kt' ? count : 9,
        })),
        { maxLength: 3 },
      ),
      people: fc.integer({ min: 1, max: 6 }),
      approver: fc.constantFrom('qt', 'qt', 'q1'),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(day, { minLength: 1, maxLength: 6 }), async (days) => {
        const expected = days.map((one, n) => gradeByOracle(`s${n}`, one))
        expect(await gradeByLedger(days)).toEqual(expected)
      }),
      { numRuns: 15 },
    )
  }, 120_000)

  it('H12: a low count by a hand of the list holds too, or naming its teller on the list would silence it', async () => {
    const silenced: Day = {
      isPublished: true,
      told: [
        { by: 'l', count: 2 },
        { by: 'kt', count: 6 },
      ],
      people: 6,
      approver: 'qt',
    }
    expect(gradeByOracle('s0', silenced)).toBe('attested')
    expect(await gradeByLedger([silenced])).toEqual(['manual'])
  })
})
