import { describe, expect, it } from 'vitest'
import type { GlobalPosition } from '@zhiyuan/runtime'
import { checkHistory } from './check.ts'
import type { HistoryFinding } from './findings.ts'
import { parseEntry, printEntry, type Entry, type Place } from './history.ts'

const place = (id: string, position: number): Place => {
  const [stream, version] = id.split('.')
  return { id, stream: `toy-${stream}`, version: Number(version), position: String(position) } as unknown as Place
}

/** Asked at the first instant, answered at the second. */
type During = readonly [number, number]
const timing = ([invokedAt, answeredAt]: During) => ({
  process: 'p',
  invokedAt: BigInt(invokedAt),
  answeredAt: BigInt(answeredAt),
})

const append = (during: During, id: string, answer: object): Entry => {
  const { stream, version } = place(id, 0)
  const expected = version === 0 ? 'no-stream' : version - 1
  return { kind: 'append', ...timing(during), asked: { stream, expected, ids: [id] }, answer } as unknown as Entry
}
const written = (during: During, id: string, position: number): Entry =>
  append(during, id, { right: { version: place(id, 0).version, position: String(position) } })
const conflict = (during: During, id: string, actual: number | null): Entry =>
  append(during, id, { left: { type: 'VersionConflict', stream: place(id, 0).stream, actual } })
const readAll = (during: During, after: number | null, events: ReadonlyArray<Place>, end = true): Entry =>
  ({
    kind: 'readAll',
    ...timing(during),
    asked: { after: after === null ? null : String(after), limit: 10 },
    answer: { right: { events, end } },
  }) as unknown as Entry
const readStream = (during: During, stream: string, events: ReadonlyArray<Place>): Entry =>
  ({
    kind: 'readStream',
    ...timing(during),
    asked: { stream: `toy-${stream}`, from: 0, limit: 10 },
    answer: { right: { events, end: true } },
  }) as unknown as Entry

const findProblems = (
  history: ReadonlyArray<Entry>,
  events: ReadonlyArray<Place>,
): ReadonlyArray<HistoryFinding['type']> =>
  checkHistory(history, {
    events,
    dense: true,
    compare: (a: GlobalPosition, b: GlobalPosition) => Number(a) - Number(b),
  }).map(({ type }) => type)

const a0 = place('a.0', 1)
const a1 = place('a.1', 2)
const b0 = place('b.0', 3)
const log = [a0, a1, b0]
const sound = [
  written([0, 2], 'a.0', 1),
  conflict([1, 3], 'a.9', 0),
  written([3, 5], 'a.1', 2),
  written([4, 8], 'b.0', 3),
  written([6, 7], 'a.1', 2),
  readAll([4, 6], null, [a0]),
  readAll([9, 10], 1, [a1, b0]),
  readAll([9, 11], 3, []),
  readStream([9, 10], 'a', [a0, a1]),
]

describe('a history', () => {
  it('of a store that keeps its promise has no finding: what overlaps may be seen or not', () => {
    expect(findProblems(sound, log)).toEqual([])
  })

  it('comes through a line of text as it was', () => {
    expect(sound.map(printEntry).map(parseEntry)).toEqual(sound)
  })
})

describe('a finding', () => {
  it('is an acknowledged event that is not there', () => {
    expect(findProblems([...sound, written([20, 21], 'c.0', 4)], log)).toEqual(['AcknowledgementLost'])
  })
  it('is an acknowledged event that is elsewhere than was said', () => {
    expect(findProblems([...sound, written([20, 21], 'a.0', 3)], log)).toEqual(['AcknowledgementLost'])
  })
  it('is an append after an unknown outcome that was written twice', () => {
    const twice = { ...place('d.0', 5), version: 1 } as Place
    const unknown = append([1, 2], 'd.0', { left: { type: 'UnknownOutcome', cause: '' } })
    expect(findProblems([...sound, unknown], [...log, place('d.0', 4), twice])).toEqual(['WrittenTwice'])
  })
  it('is an event whose append was answered with nothing written', () => {
    expect(
      findProblems([...sound, append([20, 21], 'c.0', { left: { type: 'StoreBusy' } })], [...log, place('c.0', 4)]),
    ).toEqual(['UnaskedEvent'])
  })
  it('is two winners of one version', () => {
    const winner = { kind: 'append', ...timing([3, 6]), asked: { stream: a0.stream, expected: 0, ids: ['x'] } }
    const other = { ...winner, answer: { right: { version: 1, position: '2' } } } as unknown as Entry
    expect(findProblems([...sound, other], log)).toEqual(['AcknowledgementLost', 'TwoWinners'])
  })
  it('is a number or a version that is left out', () => {
    const asked = [...sound, append([1, 2], 'c.1', { left: { type: 'UnknownOutcome', cause: '' } })]
    expect(findProblems(asked, [...log, place('c.1', 4)])).toEqual(['LogGap'])
    const numbered = [...sound, append([1, 2], 'c.0', { left: { type: 'UnknownOutcome', cause: '' } })]
    expect(findProblems(numbered, [...log, place('c.0', 5)])).toEqual(['LogGap'])
  })
  it('is an append that comes in the log after one that was asked for later', () => {
    const late = [written([0, 1], 'a.0', 2), written([2, 3], 'b.0', 1)]
    expect(findProblems(late, [place('b.0', 1), place('a.0', 2)])).toEqual(['Reordered'])
  })
  it('is none where the two overlap', () => {
    const meeting = [written([0, 3], 'a.0', 2), written([2, 4], 'b.0', 1)]
    expect(findProblems(meeting, [place('b.0', 1), place('a.0', 2)])).toEqual([])
  })
  it('is a page that leaves an event out, or tells of another order', () => {
    expect(findProblems([...sound, readAll([20, 21], null, [a0, b0])], log)).toEqual(['PageTorn'])
    expect(findProblems([...sound, readAll([20, 21], null, [a1, a0, b0])], log)).toEqual(['PageTorn'])
    expect(findProblems([...sound, readAll([20, 21], 77, [])], log)).toEqual(['PageTorn'])
    expect(findProblems([...sound, readStream([20, 21], 'a', [a1])], log)).toEqual(['PageTorn'])
  })
  it('is a page that ends before what was acknowledged when it was asked for', () => {
    expect(findProblems([...sound, readAll([20, 21], null, [a0])], log)).toEqual(['ReadStale'])
    expect(findProblems([...sound, readStream([20, 21], 'a', [a0])], log)).toEqual(['ReadStale'])
  })
  it('is a page that ends before what an earlier one has shown', () => {
    const unknown = append([0, 1], 'a.0', { left: { type: 'UnknownOutcome', cause: '' } })
    expect(findProblems([unknown, readAll([2, 3], null, [a0]), readAll([4, 5], null, [])], [a0])).toEqual(['ReadStale'])
    expect(findProblems([unknown, readStream([2, 3], 'a', [a0]), readAll([4, 5], null, [])], [a0])).toEqual([
      'ReadStale',
    ])
  })
  it('is a conflict with a version at which the stream did not stand', () => {
    expect(findProblems([...sound, conflict([20, 21], 'a.2', 1)], log)).toEqual(['ConflictUntrue'])
    expect(findProblems([...sound, conflict([20, 21], 'a.1', 7)], log)).toEqual(['ConflictUntrue'])
    expect(findProblems([...sound, conflict([20, 21], 'a.3', 0)], log)).toEqual(['ConflictUntrue'])
    expect(findProblems([...sound, conflict([20, 21], 'a.5', null)], log)).toEqual(['ConflictUntrue'])
  })
})
