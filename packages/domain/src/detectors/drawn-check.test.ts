import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { mergeEvents } from '../slices/people/humans/humans.fixture.ts'
import { buildFacts, detectAll, findAmong, may, say, serve, times, type Line, type Served } from './county.fixture.ts'
import { drawnCheck } from './drawn-check.ts'

type Lines = ReadonlyArray<ReadonlyArray<Line>>

/** On so many days of May a serves r1 for two hours, beside f. */
const days = (count: number, more: Partial<Served> = {}): Lines =>
  times(count, (index) =>
    ['a', 'f'].flatMap((volunteer) =>
      serve({ ...{ id: `O${index}`, volunteer, start: may(index + 1), minutes: 120, proxy: 'h1' }, ...more }),
    ),
  )
const find = (...lines: Lines) => findAmong(drawnCheck, ...lines)

it('draws one record of each who has sixteen hours in a month, and says whom to ask', () => {
  const [ofA, ofF, ...others] = find(...days(8))
  expect(others).toEqual([])
  expect(ofF).toMatchObject({ persons: ['f'], question: { beside: ['a'] } })
  expect(ofA).toMatchObject({
    ...{ persons: ['a'], units: ['131081104201'], teams: ['B1'] },
    months: [{ month: '2020-05', minutes: 120, cases: 1 }],
    signs: { minutes: 960, records: 8 },
    question: { beside: ['f'], requester: 'r1', proxy: 'h1' },
  })
  const source = ofA?.question?.source
  const orderId = source?.type === 'order' ? source.orderId : ''
  expect(ofA?.question?.recordId).toBe(`R-${orderId}`)
  expect(ofA?.evidence).toHaveLength(1)
})

it('draws none of less than sixteen hours, nor of what does not count', () => {
  expect(find(...days(7))).toEqual([])
  expect(find(...days(7), ...days(1, { id: 'short', minutes: 119 }))).toEqual([])
  expect(find(...days(8, { verified: null }))).toEqual([])
})

it('asks after the whole session where no one asked for it', () => {
  const [found] = find(...days(8, { requester: null }))
  expect(found?.question).toMatchObject({ source: { type: 'session' }, beside: ['f'], requester: null, proxy: null })
})

it('counts the registrations of one human together, and draws once for them (G2)', () => {
  const two = [...days(4), ...times(4, (n) => serve({ id: `D${n}`, volunteer: 'd', start: may(n + 9), minutes: 120 }))]
  expect(find(...two)).toEqual([])
  const found = find(...two, say(...mergeEvents(['d', 'a'])))
  expect(found.map(({ persons, signs }) => ({ persons, ...signs }))).toEqual([
    { persons: ['a'], minutes: 960, records: 8 },
  ])
})

it('draws one in each month', () => {
  const june = times(8, (n) =>
    serve({ id: `J${n}`, volunteer: 'a', start: `2020-06-0${n + 1}T01:00:00.000Z`, minutes: 120 }),
  )
  expect(find(...days(8), ...june).map(({ persons, months }) => [...persons, months[0]?.month])).toEqual([
    ['a', '2020-05'],
    ['a', '2020-06'],
    ['f', '2020-05'],
  ])
})

it('draws by the ids of what entered and verified it, in any order of its streams', () => {
  const log = buildFacts(...days(10))
  const [first] = detectAll(log, [drawnCheck])
  const streams = [...new Set(log.map(({ stream }) => stream))]
  fc.assert(
    fc.property(fc.shuffledSubarray(streams, { minLength: streams.length }), (order) => {
      const other = order.flatMap((stream) => log.filter((one) => one.stream === stream))
      expect(detectAll(other, [drawnCheck])[0]).toEqual(first)
    }),
  )
  for (const type of ['RecordSubmitted', 'RecordVerified']) {
    const drawn = times(20, (salt) => {
      const other = log.map((one) =>
        one.data.type === type ? { ...one, id: `${one.id}.${salt}` as typeof one.id } : one,
      )
      return detectAll(other, [drawnCheck])[0]?.question?.recordId
    })
    expect(new Set(drawn).size).toBeGreaterThan(3)
  }
})
