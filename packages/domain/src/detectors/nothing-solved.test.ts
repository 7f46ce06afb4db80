import { expect, it } from 'vitest'
import { findAmong, may, serve, times, type Served } from './county.fixture.ts'
import { nothingSolved } from './nothing-solved.ts'

const failed = { by: 'r1', rating: 1, verdict: 'not-solved' }
const good = { by: 'r1', rating: 5 }

/** A visit of May by b, of two hours. */
const visit = (index: number, review: NonNullable<Served['review']> | null, more: Partial<Served> = {}) =>
  serve({ id: `O${index}`, volunteer: 'b', start: may(index + 1), minutes: 120, review, ...more })
/** So many visits of which nothing came, and so many good ones. */
const find = (bad: number, others: number, more: (index: number) => Partial<Served> = () => ({})) =>
  findAmong(nothingSolved, ...times(bad + others, (index) => visit(index, index < bad ? failed : good, more(index))))

it('finds the volunteer of whose eight visits nothing came, and names the minutes that count and those of the others', () => {
  const [found, ...others] = find(8, 4)
  expect(others).toEqual([])
  expect(found).toMatchObject({
    persons: ['b'],
    teams: ['B1'],
    months: [{ month: '2020-05', minutes: 960, cases: 8 }],
    signs: { share: 8 / 12, requesters: 1, otherRounds: 4, otherMinutes: 480 },
  })
  expect(found?.evidence).toContainEqual({ stream: 'order-O0', version: 2 })
})

it('finds the team whose members take turns, each of them twice', () => {
  const found = find(6, 0, (index) => ({ volunteer: `v${index % 3}` }))
  expect(found).toMatchObject([{ persons: ['v0', 'v1', 'v2'], months: [{ minutes: 720, cases: 6 }] }])
})

it('counts a round once, however many served in it', () => {
  const round = (index: number) => visit(0, index === 0 ? failed : null, { volunteer: `v${index}` })
  expect(findAmong(nothingSolved, ...times(6, round))).toEqual([])
})

it('does not find a handyman with one failed repair among twenty good visits', () => {
  expect(find(1, 20)).toEqual([])
})

it('does not find two rounds a month, nor less than a third: so much passes unseen', () => {
  expect(find(2, 0)).toEqual([])
  expect(find(3, 7)).toEqual([])
  expect(find(3, 6)).toHaveLength(1)
})

it('takes partly for nothing only with the lowest rating', () => {
  const partly = (rating: number) =>
    findAmong(nothingSolved, ...times(4, (index) => visit(index, { by: 'r1', rating, verdict: 'partly' })))
  expect([partly(1).length, partly(2).length]).toEqual([1, 0])
})

it('goes by the last review of a round (O9), and by an independent check that says it was solved', () => {
  expect(find(4, 0, () => ({ followedUpBy: 'k1' }))).toEqual([])
  const replaced = (first: object, last: object) =>
    findAmong(
      nothingSolved,
      ...times(4, (index) => {
        const lines = visit(index, failed)
        return lines.flatMap((line) =>
          line.event.type === 'OrderReviewed'
            ? [first, last].map((said) => ({ ...line, event: { ...line.event, ...said } }))
            : [line],
        )
      }),
    )
  const solved = { verdict: 'solved', rating: 4 }
  expect([replaced(failed, solved).length, replaced(solved, failed).length]).toEqual([0, 1])
})

it('counts no visit without a review, none that does not count, and none of another month', () => {
  expect(findAmong(nothingSolved, ...times(8, (index) => visit(index, null)))).toEqual([])
  expect(find(4, 0, (index) => (index < 2 ? { verified: null } : {}))).toEqual([])
  expect(find(4, 0, (index) => (index < 2 ? { start: `2020-04-0${index + 1}T01:00:00.000Z` } : {}))).toEqual([])
})
