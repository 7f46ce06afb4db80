/** The lock at work on a slice of one event and a view of one row: which changes pass, and which fail. */
import { describe, expect, it } from 'vitest'
import { Minutes } from '@zhiyuan/domain'
import {
  closed,
  codec,
  Header,
  Instant,
  list,
  LocalDay,
  literal,
  nullable,
  pastEdition,
  variants,
  widenedEdition,
  type Envelope,
  type Fields,
  type Plain,
  type Projection,
} from '@zhiyuan/kernel'
import { compareLock } from './compare.ts'
import {
  changed,
  findings,
  first,
  sliceLines,
  writtenLock,
  on,
  planted,
  release,
  SeatFreed,
  SeatFreedWider,
  SeatLost,
} from './lock.fixture.ts'
import { checkPastEditions } from './past-editions.ts'
import { rowLines } from './row-lines.ts'
import { termLines } from './term-lines.ts'
import { eventLines, findOpaque, wordLines, type WordedSlice } from './word-lines.ts'

describe('before a release', () => {
  it('a line changes only together with the lock', () => {
    const lock = writtenLock([], sliceLines(first))
    expect(compareLock(lock, [], sliceLines(first))).toEqual([])
    expect(compareLock(lock, [], sliceLines(changed)).map((finding) => finding.split('\n')[0])).toEqual(
      expect.arrayContaining(['event SeatFreed@1: not as in the lock (npm run lock)']),
    )
    expect(findings([], sliceLines(changed))).toEqual([])
  })

  it('a line without a source is a finding', () => {
    const lock = writtenLock([], sliceLines(first))
    const without = sliceLines(first).filter(({ key }) => !key.startsWith('event '))
    expect(compareLock(lock, [], without)).toEqual(['event SeatFreed@1: in the lock only (npm run lock)'])
  })
})

describe('an event of a release', () => {
  const releases = [release(sliceLines(first))]

  it('stays as it is while another comes beside it', () => {
    const more: WordedSlice = { name: 'order', event: variants('OrderEvent', [SeatFreed, SeatLost]) }
    expect(findings(releases, sliceLines(more))).toEqual([])
  })

  it.each<[string, WordedSlice, RegExp]>([
    ['has a field more', changed, /^event SeatFreed@1: changed since it was released/],
    [
      'has a wider word below it',
      { name: 'order', event: variants('OrderEvent', [SeatFreedWider]) },
      /^event SeatFreed@1: changed since it was released/,
    ],
    ['is gone', { name: 'order', event: variants('OrderEvent', [SeatLost]) }, /^event SeatFreed@1: is gone/],
  ])('that %s is red, also when the lock was made anew', (_, slice, finding) => {
    expect(findings(releases, sliceLines(slice))).toEqual([expect.stringMatching(finding)])
  })

  it('is the next edition, with an upcast, where it has to change', () => {
    const SeatFreedPast = [
      pastEdition(SeatFreed, planted, ({ type, volunteer, reason }) => ({ type, volunteer, reason, on })),
    ]
    const raised: WordedSlice = { ...changed, upcasts: { SeatFreed: SeatFreedPast } }
    expect(findings(releases, sliceLines(raised))).toEqual([])
    expect(checkPastEditions([raised])).toEqual([])
    const widened = { name: 'order', event: variants('OrderEvent', [SeatFreedWider]) }
    const loosened: WordedSlice = { ...widened, upcasts: { SeatFreed: [widenedEdition(SeatFreed, planted)] } }
    expect(findings(releases, sliceLines(loosened))).toEqual([])
    expect(checkPastEditions([loosened])).toEqual([])
  })

  it('whose upcast forgets the new field is found by the planted event', () => {
    const forgets: WordedSlice = { ...changed, upcasts: { SeatFreed: [widenedEdition(SeatFreed, planted)] } }
    expect(checkPastEditions([forgets])).toEqual([
      expect.stringMatching(/^event SeatFreed@1: its planted event, raised, is none of today: \$\.on/),
    ])
  })

  it('whose planted event is of another edition is found', () => {
    const misplanted = widenedEdition(SeatFreed, { ...planted, on } as typeof planted)
    expect(checkPastEditions([{ ...first, upcasts: { SeatFreed: [misplanted] } }])).toEqual([
      'event SeatFreed@1: its planted event is not of that edition',
    ])
  })

  it('cannot be edited in the lock by hand', () => {
    const [kept] = releases
    const edited = new Map([...writtenLock(releases, sliceLines(first))].filter(([key]) => !key.startsWith('event ')))
    expect(compareLock(edited, releases, sliceLines(first))).toEqual([
      `event SeatFreed@1: missing in the lock; release 0.1 has it as\n    ${kept?.lines.get('event SeatFreed@1') ?? ''}`,
    ])
  })
})

describe('a word', () => {
  it('that a program checks is pinned by the samples that it accepts', () => {
    const digestEdition = (at: typeof Instant) =>
      eventLines([{ name: 'order', event: variants('E', [closed({ type: literal('Left'), at })]) }])
    const looser = Object.assign(Object.create(Instant) as typeof Instant, {
      is: (u: unknown): u is Instant => Instant.is(u) || u === '2020-04-20T23:59:60.000Z',
    })
    expect(digestEdition(looser)[0]?.digest).not.toBe(digestEdition(Instant)[0]?.digest)
    expect(wordLines(Header, []).find(({ key }) => key.startsWith('word Instant~'))?.text).toMatch(
      /^instant 1900-01-01T00:00:00.000Z to 2199-12-31T00:00:00.000Z, \d{4} samples [0-9a-f]{12}$/,
    )
  })

  it('that was made by hand is named at every place where it stands: its shape need not be its rule', () => {
    const Even = codec('Even', Minutes.shape, (u): u is number => Minutes.is(u) && u % 2 === 0)
    const event = variants('OrderEvent', [closed({ type: literal('Left'), all: list(nullable(Even), 0, 2) })])
    expect(findOpaque(Header, [{ name: 'order', event }])).toEqual([
      'word Even: made by hand, so that its shape need not be its rule',
    ])
    expect(findOpaque(Header, [first, changed])).toEqual([])
  })
})

describe('a term of a release', () => {
  const section = (fields: Fields, absent: object) => termLines([{ name: 'orders', fields, absent }])
  const before = section({ longest: Minutes }, { longest: 60 })
  const releases = [release(before)]

  it('stays as it is while another comes beside it', () => {
    expect(findings(releases, section({ longest: Minutes, most: Minutes }, { longest: 60, most: 5 }))).toEqual([])
  })

  it.each([
    ['means something else where a policy does not say it', section({ longest: Minutes }, { longest: 90 }), 'changed'],
    ['has another shape', section({ longest: LocalDay }, { longest: 60 }), 'changed'],
    ['is gone', section({}, {}), 'is gone'],
  ])('that %s is red, also when the lock was made anew', (_, lines, what) => {
    expect(findings(releases, lines)).toEqual([expect.stringContaining(`term orders.longest: ${what}`)])
  })
})

type Freed = typeof SeatFreed._A
const event = (data: Plain<Freed>): Envelope<Freed> => ({ data: data as Freed }) as Envelope<Freed>
const log = [event(planted)]
const countingView = (version: number, each: number): Projection<unknown, Freed> => ({
  name: 'freed-seats',
  version,
  types: new Set(['SeatFreed']),
  initial: () => ({ freed: 0 }),
  keys: ({ volunteer }) => [volunteer],
  evolve: (row) => ({ freed: (row as { readonly freed: number }).freed + each }),
})
const countedRows = (version: number, each: number) =>
  rowLines([{ kind: 'view', projection: countingView(version, each) }], { over: '0.1', logs: [log] })

describe('rows of a release', () => {
  const releases = [release(countedRows(1, 1).lines)]

  it('are written with the shape that was seen', () => {
    expect(countedRows(1, 1).lines).toMatchObject([{ key: 'view freed-seats@1 over 0.1', text: '{ freed: number }' }])
  })

  it('that mean something else under the same shape are a finding, also when the lock was made anew', () => {
    expect(findings(releases, countedRows(1, 2).lines)).toEqual([
      expect.stringMatching(/^view freed-seats@1 over 0.1: changed since it was released/),
    ])
  })

  it('change with the version of their view, and the number never comes back for others', () => {
    expect(findings(releases, countedRows(2, 2).lines)).toEqual([])
    const later = [...releases, { ...release(countedRows(2, 2).lines), name: '0.2' }]
    expect(findings(later, countedRows(1, 1).lines)).toEqual([
      expect.stringMatching(/^view freed-seats@2 over 0.1: is gone/),
    ])
  })

  it('that no event of the logs changes are a finding, since nothing pins them', () => {
    expect(countedRows(1, 1).unseen).toEqual([])
    expect(countedRows(1, 0).unseen).toEqual(['view freed-seats: no SeatFreed of the logs changes a row of it'])
  })

  it('are seen as each event leaves them, though a later event takes it away again', () => {
    const turningView = (high: number): Projection<unknown, Freed> => ({
      ...countingView(1, 1),
      evolve: (row) => ({ freed: (row as { readonly freed: number }).freed === 0 ? high : 0 }),
    })
    const foldTwice = (high: number) =>
      rowLines([{ kind: 'view', projection: turningView(high) }], { over: '0.1', logs: [[...log, ...log]] }).lines[0]
        ?.digest
    expect(foldTwice(1)).not.toBe(foldTwice(2))
  })
})
