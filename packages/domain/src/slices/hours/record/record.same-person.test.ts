import { describe, expect, it } from 'vitest'
import { stage } from '@zhiyuan/testing'
import { people, timer } from '../../../sample/people.ts'
import { scene, world } from '../../../sample/world.ts'
import { record } from './index.ts'
import { at, commands, submitted, verified } from './record.sample.ts'

const given = stage(record, world, { ...scene, now: at('05-02 01:00'), actor: people.approverV2 })
const { ClearHold } = commands

describe('another registration of the same human', () => {
  const note = commands.NoteSamePerson
  const noted = { type: 'SamePersonNoted', volunteer: 'e', other: 'a', known: [] }
  const theirs = (more: object = {}) => submitted('R5', { volunteer: 'a', ...more })
  const theirsVerified = { ...verified('R5'), volunteer: 'a' }

  it('G2, H5: is noted, and what overlaps and was recorded later is held', () => {
    const earlier = { recordedAt: at('04-29 23:00') }
    given(submitted('R5'))
      .by(timer)
      .knowing({ 'record-a': [theirs(earlier)] })
      .when(note)
      .emits(
        { type: 'SamePersonNoted', volunteer: 'e', other: 'a', known: [] },
        {
          type: 'RecordHeld',
          volunteer: 'e',
          recordId: 'R5',
          kind: 'overlap',
          because: [{ volunteer: 'a', recordId: 'R5' }],
        },
      )
    const later = { recordedAt: at('04-30 02:00') }
    given(submitted('R5'))
      .by(timer)
      .knowing({ 'record-a': [theirs(later)] })
      .when(note)
      .emits({ type: 'SamePersonNoted' })
  })
  it('H5: what counts stays, whichever was recorded first', () => {
    const later = [theirs({ recordedAt: at('04-30 02:00') }), theirsVerified]
    given(submitted('R5'))
      .by(timer)
      .knowing({ 'record-a': later })
      .when(note)
      .emits({ type: 'SamePersonNoted' }, { type: 'RecordHeld' })
    const earlier = [theirs({ recordedAt: at('04-29 23:00') })]
    given(submitted('R5'), verified('R5'))
      .by(timer)
      .knowing({ 'record-a': earlier })
      .when(note)
      .emits({ type: 'SamePersonNoted' })
  })
  it('H5: of two that count, the one recorded later is suspended', () => {
    const earlier = [theirs({ recordedAt: at('04-29 23:00') }), theirsVerified]
    given(submitted('R5'), verified('R5'))
      .by(timer)
      .knowing({ 'record-a': earlier })
      .when(note)
      .emits(
        { type: 'SamePersonNoted' },
        { type: 'RecordHeld', kind: 'overlap' },
        { type: 'RecordSuspended', by: null },
      )
  })
  it('G2: is noted once, names those known before, and is never the same registration', () => {
    given(noted).by(timer).when(note).isSilent()
    given(noted)
      .by(timer)
      .when({ ...note, other: 'b' })
      .emits({ type: 'SamePersonNoted', other: 'b', known: ['a'] })
    given()
      .by(timer)
      .when({ ...note, other: 'e' })
      .isSilent()
    given().by(people.admin).when(note).isRefused({ type: 'OnlyAProcess' })
  })
  it('H5: looks again when asked to, and is silent about strangers and about what was ruled', () => {
    const again = commands.RecheckOverlaps
    const known = { 'record-a': [theirs({ recordedAt: at('04-29 23:00') })] }
    given(submitted('R5')).by(timer).knowing(known).when(again).isSilent()
    const found = given(noted, submitted('R5')).by(timer).knowing(known).when(again).events()
    expect(found).toMatchObject([{ type: 'RecordHeld' }])
    const [holdId = ''] = found.flatMap((event): ReadonlyArray<string> =>
      event.type === 'RecordHeld' ? [event.holdId] : [],
    )
    given(noted, submitted('R5'), ...found)
      .by(timer)
      .knowing(known)
      .when(again)
      .isSilent()
    const ruled = given(noted, submitted('R5'), ...found)
      .knowing(known)
      .when({ ...ClearHold, holdId })
      .events()
    given(noted, submitted('R5'), ...found, ...ruled)
      .by(timer)
      .knowing(known)
      .when(again)
      .isSilent()
  })
  it('H5: two that came to count at once are never settled: one is held anew, under a new id', () => {
    const known = { 'record-a': [theirs({ recordedAt: at('04-29 23:00') })] }
    const again = commands.RecheckOverlaps
    const found = given(noted, submitted('R5')).by(timer).knowing(known).when(again).events()
    const [holdId = ''] = found.flatMap((event): ReadonlyArray<string> =>
      event.type === 'RecordHeld' ? [event.holdId] : [],
    )
    const ruled = given(noted, submitted('R5'), ...found)
      .knowing(known)
      .when({ ...ClearHold, holdId })
      .events()
    const both = given(noted, submitted('R5'), ...found, ...ruled, verified('R5')).knowing({
      'record-a': [...known['record-a'], theirsVerified],
    })
    const anew = both.by(timer).when(again).events()
    expect(anew).toMatchObject([{ type: 'RecordHeld' }, { type: 'RecordSuspended' }])
    expect(anew.flatMap((event) => (event.type === 'RecordHeld' ? [event.holdId] : []))).not.toContain(holdId)
  })
})
