import { describe, expect, it } from 'vitest'
import { stage } from '@zhiyuan/testing'
import { people, timer } from '../../../fixtures/people.ts'
import { scene, world } from '../../../fixtures/world.ts'
import { merged } from '../../people/humans/humans.fixture.ts'
import { record, type RecordEvent } from './index.ts'
import { instant, commands, held, interval, submitted, suspended, verified } from './record.fixture.ts'

const oneHuman = { ...world, ...merged(['a', 'e']) }
const given = stage(record, oneHuman, { ...scene, now: instant('05-02 01:00'), actor: people.approverV2 })
const { ClearHold } = commands
const look = commands.RecheckOverlaps
const told = { ...look, tell: [] }
const earlier = { recordedAt: instant('04-29 23:00') }
const later = { recordedAt: instant('04-30 02:00') }
const theirs = (more: object = {}) => submitted('R5', { volunteer: 'a', ...more })
const theirsVerified = { ...verified('R5'), volunteer: 'a' }
const knowing = (...events: ReadonlyArray<ReturnType<typeof submitted>>) => ({ 'record-a': events })
const because = [{ volunteer: 'a', recordId: 'R5' }]
const rechecked = { type: 'OverlapsRechecked', volunteer: 'e', more: false } as const
const findHoldId = (events: ReadonlyArray<RecordEvent>) =>
  events.flatMap((event) => (event.type === 'RecordHeld' ? [event.holdId] : []))[0] ?? 'none'

describe('a recheck of overlaps', () => {
  const mine = given(submitted('R5')).by(timer)

  it('H5, G2: holds a record that overlaps an earlier one of the same human, and says so', () => {
    mine
      .knowing(knowing(theirs(earlier)))
      .when(look)
      .emits(
        { type: 'RecordHeld', volunteer: 'e', recordId: 'R5', kind: 'overlap', because },
        { ...rechecked, others: [] },
      )
  })
  it('H5, G2: tells the other registration once if its record has to give way; a registration that was told does not tell back', () => {
    const known = mine.knowing(knowing(theirs(later)))
    known.when(look).emits({ ...rechecked, suspended: 0, others: ['a'] })
    known.when(told).isSilent()
  })
  it('H5: a record that counts stays, even if it was recorded later', () => {
    mine
      .knowing(knowing(theirs(later), theirsVerified))
      .when(look)
      .emits({ type: 'RecordHeld' }, { ...rechecked, others: [] })
    given(submitted('R5'), verified('R5'))
      .by(timer)
      .knowing(knowing(theirs(earlier)))
      .when(look)
      .emits({ ...rechecked, others: ['a'] })
  })
  it('H5: of two that count, the one recorded later is suspended', () => {
    given(submitted('R5'), verified('R5'))
      .by(timer)
      .knowing(knowing(theirs(earlier), theirsVerified))
      .when(look)
      .emits(
        { type: 'RecordHeld', kind: 'overlap' },
        { type: 'RecordSuspended', by: null },
        { ...rechecked, suspended: 1 },
      )
  })
  it('H5: is a no-op where nothing overlaps and for strangers, and refused to people', () => {
    mine
      .knowing(knowing(theirs({ segments: [interval('04-29 07:00', '04-29 08:00')] })))
      .when(look)
      .isSilent()
    mine
      .knowing({ ...knowing(theirs(earlier)), 'humans-131081': [] })
      .when(look)
      .isSilent()
    given(submitted('R5')).when(look).isRefused({ type: 'OnlyAProcess', command: 'RecheckOverlaps' })
  })
  it('H5: covers all registrations of the human, over every merge', () => {
    const three = { ...merged(['a', 'b'], ['b', 'e']), 'record-b': [submitted('R7', { volunteer: 'b', ...earlier })] }
    mine
      .knowing(three)
      .when(look)
      .emits({ type: 'RecordHeld', because: [{ volunteer: 'b', recordId: 'R7' }] }, rechecked)
  })
})

describe('a day of two registrations', () => {
  const mine = given(submitted('R5', { segments: [interval('04-28 16:00', '04-29 01:00')], minutes: 540 })).by(timer)
  const day = (end: string, minutes: number, more: object = earlier) =>
    theirs({ segments: [interval('04-29 01:00', end)], minutes, ...more })
  const longDay = {
    type: 'RecordHeld',
    recordId: 'R5',
    kind: 'long-day',
    holdId: 'long-day-merged:0',
    because,
  } as const

  it('H13, G2: of more than 16 hours in a day, the record that came later is held; 16 hours pass', () => {
    mine
      .knowing(knowing(day('04-29 08:01', 421)))
      .when(look)
      .emits(longDay, { ...rechecked, others: [] })
    mine
      .knowing(knowing(day('04-29 08:00', 420)))
      .when(look)
      .isSilent()
    const known = mine.knowing(knowing(day('04-29 08:01', 421, later)))
    known.when(look).emits(longDay, { ...rechecked, others: [] })
  })
  it('H13: what counted is suspended, what was ruled on stays, and a split lifts it', () => {
    const known = knowing(day('04-29 08:01', 421))
    const counting = mine.and(verified('R5') as never).knowing(known)
    counting.when(look).emits(longDay, { type: 'RecordSuspended', by: null }, { ...rechecked, suspended: 1 })
    const after = mine.knowing(known).and(...mine.knowing(known).when(look).events())
    after.when(look).isSilent()
    const clear = { ...ClearHold, holdId: 'long-day-merged:0' }
    const cleared = after.by(people.approverV2).when(clear).events()
    after
      .and(...cleared)
      .when(look)
      .isSilent()
    after
      .knowing({ 'humans-131081': [] })
      .when(commands.LiftHolds)
      .emits({ type: 'HoldLifted', holdId: 'long-day-merged:0', stillHeld: false }, { type: 'HoldsReviewed' })
  })
})

describe('two records that overlap are settled', () => {
  const known = knowing(theirs(earlier))
  const mine = given(submitted('R5')).knowing(known)
  const found = mine.by(timer).when(look).events()
  const clear = { ...ClearHold, holdId: findHoldId(found) }

  it('H5: while one of them is held for an overlap, and once a person ruled on the pair', () => {
    mine
      .and(...found)
      .by(timer)
      .when(look)
      .isSilent()
    const ruled = mine
      .and(...found)
      .when(clear)
      .events()
    expect(ruled.map(({ type }) => type)).toEqual(['HoldCleared'])
    mine
      .and(...found, ...ruled)
      .by(timer)
      .when(look)
      .isSilent()
  })
  it('H5: by a hold of the other record too', () => {
    const heldThere = held('R5', 'overlap:b:R9:0', { kind: 'overlap', volunteer: 'a' })
    mine
      .knowing(knowing(theirs(earlier), heldThere))
      .by(timer)
      .when(look)
      .isSilent()
  })
  it('H5, H12: not by a burst hold, which has a ruling of its own', () => {
    mine
      .and(held('R5', 'burst:s.S:1', { kind: 'burst' }))
      .by(timer)
      .when(look)
      .emits({ type: 'RecordHeld', kind: 'overlap', because }, rechecked)
  })
  it('H5: never while both count: one is held anew, under a new id', () => {
    const ruled = mine
      .and(...found)
      .when(clear)
      .events()
    const both = mine.knowing(knowing(theirs(earlier), theirsVerified)).and(...found, ...ruled, verified('R5'))
    const anew = both.by(timer).when(look).events()
    expect(anew).toMatchObject([{ type: 'RecordHeld' }, { type: 'RecordSuspended' }, rechecked])
    expect(findHoldId(anew)).not.toBe(findHoldId(found))
  })
})

describe('clearing a hold', () => {
  const second = submitted('R6', { volunteer: 'a', ...earlier, segments: [interval('04-29 06:30', '04-29 07:30')] })
  const overlap = (more: object = {}) => held('R5', 'overlap:a:R5:0', { kind: 'overlap', because, ...more })
  const clear = { ...ClearHold, holdId: 'overlap:a:R5:0' }
  const now = given(submitted('R5'), overlap()).knowing(knowing(theirs(earlier), second))

  it('H5: checks again: overlaps that waited with the held record are held now, under a hold of their own', () => {
    now
      .when(clear)
      .emits(
        { type: 'HoldCleared', day: '2020-04-29', stillHeld: false },
        { type: 'RecordHeld', holdId: 'overlap:a:R6:0', because: [{ volunteer: 'a', recordId: 'R6' }] },
      )
    now
      .and(...now.when(clear).events())
      .when({ ...ClearHold, holdId: 'overlap:a:R6:0' })
      .emits({ type: 'HoldCleared', stillHeld: false })
  })
  it('H5, H15: reinstates a record that only a hold suspended, if it overlaps no counting one; then the others give way', () => {
    const past = [submitted('R5'), verified('R5'), overlap(), suspended('R5', null)]
    given(...past)
      .knowing(knowing(theirs(earlier), second))
      .when(clear)
      .emits({ type: 'HoldCleared' }, { type: 'RecordReinstated' })
    given(...past)
      .knowing(knowing(second, { ...verified('R6'), volunteer: 'a' }))
      .when(clear)
      .isRefused({ type: 'OverlapsVerified', because: [{ volunteer: 'a', recordId: 'R6' }] })
  })
})

describe('a recheck is bounded', () => {
  const many = (volunteer: string, n: number, recordedAt: string): ReadonlyArray<ReturnType<typeof submitted>> =>
    Array.from({ length: n }, (_, index) => {
      const minute = (of: number) => new Date(Date.UTC(2020, 3, 1) + of * 60_000).toISOString()
      const segments = [{ start: minute(index * 10), end: minute(index * 10 + 9) }]
      return [
        submitted(`M${index}`, { volunteer, recordedAt, segments, minutes: 9 }),
        { ...verified(`M${index}`, { minutes: 9 }), volunteer },
      ]
    }).flat()

  it('H5: holds at most 200 records at once, and comes again for the rest', () => {
    const first = given(...many('e', 201, later.recordedAt)).knowing(knowing(...many('a', 201, earlier.recordedAt)))
    const events = first.by(timer).when(look).events()
    expect(events.filter(({ type }) => type === 'RecordHeld')).toHaveLength(200)
    expect(events.at(-1)).toMatchObject({ ...rechecked, more: true })
    first
      .and(...events)
      .by(timer)
      .when(told)
      .emits({ type: 'RecordHeld' }, { type: 'RecordSuspended' }, rechecked)
  })
  it('H5: names at most 100 records in a hold', () => {
    const all = Array.from({ length: 120 }, (_, index) => submitted(`N${index}`, { volunteer: 'a', ...earlier }))
    const [event] = given(submitted('R5'))
      .knowing(knowing(...all))
      .by(timer)
      .when(look)
      .events()
    expect(event?.type === 'RecordHeld' && event.because).toHaveLength(100)
  })
})
