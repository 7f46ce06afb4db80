import * as E from 'fp-ts/lib/Either.js'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decode, type StreamName, type StreamVersion } from '@zhiyuan/kernel'
import { slices } from '../slices.ts'
import { mergeEvents } from '../slices/people/humans/humans.fixture.ts'
import { anyLog } from '../views/log.arbitrary.ts'
import { adopted, buildFacts, detectAll, may, say, serve, times, type Line } from './county.fixture.ts'
import { beginDetection, detectors } from './detect.ts'
import type { Detector } from './detector.ts'
import { inventedVisits } from './invented-visits.ts'
import type { Logged } from './facts/logged.ts'
import { makeFinding } from './listing.ts'
import { attend, countHeads } from './presence.fixture.ts'

/** A month in which several detectors find something, with a merged registration. */
const busy = buildFacts(
  adopted,
  say(...mergeEvents(['d', 'b'])),
  ...times(10, (index) => {
    const volunteer = index % 2 === 0 ? 'b' : 'd'
    return serve({ id: `O${index}`, volunteer, start: may(index + 1), minutes: 90, review: { by: 'r1', rating: 5 } })
  }),
  ...times(5, (index) =>
    serve({ id: `A${index}`, volunteer: 'a', requester: 'r2', start: may(index + 1), minutes: 90 }),
  ),
  ...times(10, (index) =>
    serve({ id: `W${index}`, volunteer: 'w', requester: 'r6', start: may(index + 1, '08:00'), minutes: 100 }),
  ),
  ...times(66, (index) =>
    serve({
      id: `S${index % 3}`,
      volunteer: `v${index}`,
      requester: null,
      recordId: `R-${index}`,
      start: may((index % 3) + 1, '06:00'),
      minutes: 60,
      grade: 'manual',
      recorder: 'k1',
      verified: { by: 'q1', at: may((index % 3) + 1, '07:01') },
    }),
  ).slice(0, 57),
  ...times(8, (index) => {
    const start = may(index + 1, '03:00')
    const failed = { by: 'r3', rating: 1, verdict: 'not-solved' }
    return [
      attend({ ...{ id: `N${index}`, volunteer: 'n', requester: 'r3', start, minutes: 60 + index }, review: failed }),
      attend({
        ...{ id: `L${index}`, volunteer: 'm', requester: 'r4', start, minutes: 60 + index },
        ...{ cameBy: 'l', leftBy: 'l', grade: 'attested' },
      }),
      attend({
        ...{ id: `P${index}`, volunteer: 'p', requester: 'r5', start, minutes: 80 + index },
        ...{
          plan: { start, minutes: 60 },
          confirmed: { by: 'f' },
          grade: 'attested',
          toldLate: index < 6 && 'captured',
        },
      }),
      countHeads({ id: `L${index}` }, 'r4', 0),
    ].flat()
  }),
)

const rest = {
  teamId: 'B1',
  recordingUnit: '131081104201',
  recorder: 'k1',
  approver: 'q1',
  by: 'q1',
  lookUntil: null,
  requester: 'r1',
  proxy: 'h1',
  reviewer: 'r1',
  rating: 5,
  round: 1,
  planned: { start: may(1), end: may(2) },
  occasion: { type: 'order', orderId: 'O1', round: 1 },
  told: null,
  confirmer: 'k1',
  as: 'present',
  caller: null,
  count: 1,
}

/** Each stream in its own order, and the streams merged in another one. */
const interleaved = (log: ReadonlyArray<Logged>): fc.Arbitrary<ReadonlyArray<Logged>> =>
  fc.array(fc.nat(), { minLength: log.length, maxLength: log.length }).map((picks) => {
    const streams = [...new Set(log.map(({ stream }) => stream))].map((name) =>
      log.filter((one) => one.stream === name),
    )
    return picks.flatMap((pick) => {
      const left = streams.filter(({ length }) => length > 0)
      const next = left[pick % left.length]?.shift()
      return next === undefined ? [] : [next]
    })
  })

const findsTheSame = (by: ReadonlyArray<Detector>): void => {
  const found = detectAll(busy, by)
  fc.assert(
    fc.property(interleaved(busy), (log) => {
      expect(detectAll(log, by)).toEqual(found)
    }),
    { numRuns: 30 },
  )
}

/** A service with every event that the other tests use. */
const whole = buildFacts(
  serve({
    id: 'whole',
    volunteer: 'a',
    proxy: 'h1',
    review: { by: 'h1', rating: 4 },
    followedUpBy: 'k1',
    start: may(1),
    minutes: 60,
    grade: 'attested',
    recorder: 'h1',
    returned: true,
  }),
)

it('the events of the sample month are as the codecs of their slices say', () => {
  for (const { data } of [...busy, ...whole]) {
    expect(slices.some(({ event }) => E.isRight(decode(event)(data)))).toBe(true)
  }
})

describe('all detectors together', () => {
  it('find in one pass what each finds alone', () => {
    const found = detectAll(busy)
    expect([...new Set(found.map(({ detector }) => detector))]).toEqual([
      'invented-visits',
      'one-hand',
      'recorder-approver',
      'just-under',
      'nothing-solved',
      'rolls-alone',
      'overruns',
      'confirmed-by-one',
      'drawn-check',
    ])
    expect(detectors.flatMap((one) => detectAll(busy, [one]))).toEqual(found)
  })

  it('may be asked on the way, and find what they find in the events so far', () => {
    const detection = beginDetection()
    busy.slice(0, 60).forEach(detection.take)
    expect(detection.findings()).toEqual(E.right(detectAll(busy.slice(0, 60))))
    busy.slice(60).forEach(detection.take)
    expect(detection.findings()).toEqual(E.right(detectAll(busy)))
  })

  it('find the same where unrelated streams stand in another order', () => findsTheSame(detectors))

  it('would be caught where one of them takes what comes first', () => {
    const planted: Detector = {
      ...inventedVisits,
      find: ({ records }) =>
        [...records.values()].slice(0, 1).map(({ volunteer: one }) => makeFinding('first', { persons: [one] }, [], {})),
    }
    expect(() => findsTheSame([planted])).toThrow(/Property failed/)
  })

  it('name events of the log as evidence, forty at most', () => {
    const known = new Set(busy.map(({ stream, version }) => `${stream} ${version}`))
    for (const { evidence } of detectAll(busy)) {
      expect(evidence.length).toBeGreaterThan(0)
      expect(evidence.length).toBeLessThanOrEqual(40)
      for (const { stream, version } of evidence) expect(known).toContain(`${stream} ${version}`)
    }
  })

  it('find no minutes once no record counts any more', () => {
    const lines = busy.flatMap(({ recordedAt: at, data }): ReadonlyArray<Line> => {
      if (data.type !== 'RecordVerified') return [{ at, event: { ...data } }]
      const { type: _type, approver: by, home: _home, teamId: _team, ...standing } = data
      const event = { ...standing, type: 'RecordVoided', by, reason: { code: 'void', text: null } }
      return [
        { at, event: { ...data } },
        { at, event },
      ]
    })
    const voided = buildFacts(lines)
    const minutes = (log: ReadonlyArray<Logged>) =>
      detectAll(log).flatMap(({ months }) => months.map((one) => one.minutes))
    expect(minutes(busy).every((one) => one > 0)).toBe(true)
    expect(minutes(voided).every((one) => one === 0)).toBe(true)
  })

  it('take every log, and find plain JSON', () => {
    fc.assert(
      fc.property(anyLog, (log) => {
        const streamed = log.map((one, index): Logged => ({
          ...one,
          // Drawn histories follow no order of recording.
          stream: `any-${index}` as StreamName,
          version: 0 as StreamVersion,
          // The drawn events leave out what no view reads.
          data: { ...rest, ...one.data },
        }))
        const found = detectAll(streamed)
        expect(JSON.parse(JSON.stringify(found))).toEqual(found)
      }),
      { numRuns: 200 },
    )
  })
})

describe('each detector', () => {
  it.each(detectors)('$name has its words in both languages', ({ name, title, sees, passes, honest }) => {
    expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/)
    for (const { zh, en } of [title, sees, passes, honest]) {
      expect(zh).toMatch(/\p{Script=Han}/u)
      expect(en).toMatch(/^[A-Z][ -~’]+$/)
    }
  })
})
