import { expect, it } from 'vitest'
import { adopted, findAmong, may, serve, times } from './county.fixture.ts'
import { justUnder } from './just-under.ts'

/** A session on a day with so many people, whom k1 entered; `from` is the number of the first. */
const session = (day: number, people: number, from = 0) =>
  times(people, (index) =>
    serve({
      id: `S${day}`,
      volunteer: `v${from + index}`,
      requester: null,
      start: may(day),
      minutes: 60,
      grade: 'manual',
      recorder: 'k1',
    }),
  ).flat()
const find = (...lines: Parameters<typeof findAmong>[1][]) => findAmong(justUnder, adopted, ...lines)

it('finds the unit whose sessions have nineteen people again and again, others each time (H12)', () => {
  expect(find(...times(4, (index) => session(index + 1, 19, 19 * index)))).toMatchObject([
    {
      persons: ['k1'],
      units: ['131081104201'],
      months: [{ month: '2020-05', minutes: 4560, cases: 4 }],
      signs: { times: 4, limit: 20 },
    },
  ])
})

it('finds the unit that enters 58 people a day, in groups of ten (H12)', () => {
  const day = (n: number) =>
    times(58, (index) => {
      const id = `S${n}-${index % 6}`
      return serve({
        id,
        volunteer: `v${n}-${index}`,
        requester: null,
        start: may(n),
        minutes: 60,
        grade: 'manual',
        recorder: 'k1',
      })
    })
  expect(find(...times(3, (n) => day(n + 1)).flat())).toMatchObject([{ signs: { times: 3, limit: 60 } }])
})

it('finds the person whose days stop just before a long day (H13)', () => {
  const day = (n: number) => serve({ id: `O${n}`, volunteer: 'b', start: may(n, '00:00'), minutes: 950 })
  expect(find(...times(3, (n) => day(n + 1)))).toMatchObject([
    { persons: ['b'], months: [{ month: '2020-05', minutes: 2850, cases: 3 }], signs: { times: 3, limit: 961 } },
  ])
})

it('does not find a class of nineteen each week', () => {
  expect(find(...times(4, (week) => session(1 + 7 * week, 19)))).toEqual([])
})

it('does not find a festival of 200, nor days of any size', () => {
  expect(find(session(4, 200))).toEqual([])
  expect(find(...times(12, (index) => session(index + 1, 13 + index, 40 * index)))).toEqual([])
})

it('finds nothing where the policy has no limit', () => {
  expect(findAmong(justUnder, ...times(4, (index) => session(index + 1, 19, 19 * index)))).toEqual([])
})
