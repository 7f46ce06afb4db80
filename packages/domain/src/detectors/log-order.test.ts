import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import type { Instant, StreamVersion, Typed } from '@zhiyuan/kernel'
import { openWorld } from '@zhiyuan/testing'
import { countyWorld } from '../county/index.ts'
import { adopted, buildFacts, may, serve, times } from './county.fixture.ts'
import { beginDetection, detect } from './detect.ts'
import type { LoggedBy } from './facts/logged.ts'

/** Six visits as planned to the minute: they are found. */
const log = buildFacts(
  adopted,
  ...times(6, (index) =>
    serve({ id: `O${index}`, volunteer: 'a', start: may(index + 1), minutes: 90, review: { by: 'r1', rating: 5 } }),
  ),
)
const ofStream = log.filter(({ stream }) => stream === 'record-a')
const { stream = 'record-none' } = ofStream[0] ?? {}
/** The log from the second event of that stream on. */
const tail = log.slice(log.findIndex((one) => one === ofStream[0]) + 1)

const isRefused = (given: Iterable<LoggedBy<Typed>>, refusal: object): void => {
  expect(detect(given)).toMatchObject(E.left(refusal))
}

describe('the log that is looked through', () => {
  it('may be that of a loop, with events of other slices', () => {
    const loop = openWorld(countyWorld())
    expect(detect(loop.log())).toEqual(E.right([]))
    const [first] = log
    const lent: ReadonlyArray<LoggedBy<Typed>> =
      first === undefined ? [] : [{ ...first, stream: 'tool-ladder', data: { type: 'ToolLent' } }]
    const found = detect(log)
    expect(found).toMatchObject(E.right([{ detector: 'invented-visits' }]))
    expect(detect([...lent, ...log])).toEqual(found)
  })

  it('is refused where it is a promise, a page or nothing, with what is wanted', () => {
    const wants = 'the events of a log, in an array or another iterable: (await ledger.read(null, 10_000)).events'
    for (const given of [Promise.resolve(log), { events: log, position: null }, null, undefined, 'log']) {
      // A caller without types may hand in anything.
      isRefused(given as never, { type: 'NotALog', wants })
    }
  })

  it('is refused where a stream does not begin at its first event', () => {
    isRefused(tail, { type: 'LogNotFromItsStart', stream, version: 1 })
  })

  it('is refused where an event is left out, stands again or stands before an earlier one', () => {
    const [first, second, third] = ofStream
    if (first === undefined || second === undefined || third === undefined) throw new Error('too short')
    const after = (version: number) => ({ type: 'LogOutOfOrder', stream, after: { version } })
    isRefused([first, third], { ...after(0), version: 2 })
    isRefused([first, second, second], { ...after(1), version: 1 })
    isRefused([first, second, first], { ...after(1), version: 0 })
    isRefused([...log].reverse(), { type: 'LogNotFromItsStart' })
  })

  it('is refused where an event was recorded before the one that it follows', () => {
    const [first] = ofStream
    if (first === undefined) throw new Error('too short')
    const earlier = { ...first, version: 1 as StreamVersion, recordedAt: may(1, '00:00') as Instant }
    const after = { version: 0, recordedAt: first.recordedAt }
    isRefused([first, earlier], { type: 'LogOutOfOrder', stream, version: 1, recordedAt: earlier.recordedAt, after })
    // Writers whose clocks differ may record events of two streams some milliseconds the other way round.
    expect(E.isRight(detect([first, { ...earlier, stream: 'record-b', version: first.version }]))).toBe(true)
  })

  it('stays refused for the reason that came first, on whatever page it came', () => {
    const detection = beginDetection()
    tail.forEach(detection.take)
    const refused = { type: 'LogNotFromItsStart', stream, version: 1 }
    expect(detection.findings()).toEqual(E.left(refused))
    log.forEach(detection.take)
    expect(detection.findings()).toEqual(E.left(refused))
  })
})
