import { describe, it } from 'vitest'
import { evolveIsTotal, repeatsSayNothingNew, stage, survivesStorage } from '@zhiyuan/testing'
import { people, timer } from '../../../fixtures/people.ts'
import { scene, world } from '../../../fixtures/world.ts'
import { merged } from '../../people/humans/humans.fixture.ts'
import { at, entry, instant, later, notePresence, noteSeat, presenceNoted, seat, seatNoted } from './diary.fixture.ts'
import { diary } from './index.ts'

const given = stage(diary, world, { ...scene, actor: timer })

describe('seats of one human', () => {
  it('A16: that overlap are marked at once; seats one after the other are not', () => {
    given(seatNoted('O1'))
      .when(noteSeat('O2'))
      .emits(seatNoted('O2'), {
        type: 'SeatsOverlap',
        ...seat('O2'),
        other: seat('O1'),
      })
    given(seatNoted('O1'))
      .when(noteSeat('O2', 'a', later))
      .emits(seatNoted('O2', 'a', later))
    given(seatNoted('O1'), { type: 'SeatDropped', ...seat('O1') })
      .when(noteSeat('O2'))
      .emits(seatNoted('O2'))
  })

  it('A16: are marked under any registration', () => {
    const other = { 'diary-e': [seatNoted('O2', 'e')] }
    given().knowing(other).when(noteSeat('O1')).emits(seatNoted('O1'))
    given()
      .knowing({ ...other, ...merged(['e', 'a']) })
      .when(noteSeat('O1'))
      .emits({ ...seatNoted('O1'), several: true }, { type: 'SeatsOverlap', other: seat('O2', 'e') })
  })

  it('A16: planted interleaving: of two notes that did not see each other, the later comparison marks both, once', () => {
    const both = { ...merged(['e', 'a']), 'diary-e': [seatNoted('O2', 'e')] }
    const compare = { type: 'CompareDiary', volunteer: 'a' } as const
    const mark = { type: 'SeatsOverlap', ...seat('O1'), other: seat('O2', 'e') } as const
    given(seatNoted('O1')).knowing(both).when(compare).emits(mark)
    given(seatNoted('O1'), mark).knowing(both).when(compare).isSilent()
  })
})

describe('a seat that is given up', () => {
  const drop = (orderId: string) => ({ type: 'DropSeat', ...entry(orderId) }) as const
  const ended = (...which: Parameters<typeof seat>) => ({ type: 'OverlapEnded', ...seat(...which) }) as const

  it('A16: ends the overlap of the seats that overlap no other one any more, and of no others', () => {
    const two = [seatNoted('O1'), seatNoted('O2')]
    given(...two)
      .when(drop('O2'))
      .emits({ type: 'SeatDropped', ...seat('O2') }, ended('O1'))
    given(...two, seatNoted('O3'))
      .when(drop('O2'))
      .emits({ type: 'SeatDropped', ...seat('O2') })
    given(seatNoted('O1', 'a', later), seatNoted('O2'))
      .when(drop('O2'))
      .emits({ type: 'SeatDropped', ...seat('O2') })
  })

  it('A16, G2: ends it under any registration', () => {
    given(seatNoted('O1'))
      .knowing({ 'diary-e': [seatNoted('O2', 'e')], ...merged(['e', 'a']) })
      .when(drop('O1'))
      .emits({ type: 'SeatDropped', ...seat('O1') }, ended('O2', 'e'))
  })

  it('A16: may overlap again, once it is taken anew', () => {
    const mark = { type: 'SeatsOverlap', ...seat('O2'), other: seat('O1') } as const
    given(seatNoted('O1'), seatNoted('O2'), mark, { type: 'SeatDropped', ...seat('O2') }, ended('O1'))
      .when(noteSeat('O2'))
      .emits(seatNoted('O2'), mark)
  })
})

describe('presences of one human', () => {
  const here = entry('O1')
  const there = entry('O2')

  it('A16: a check-in elsewhere ends the presence that had begun before it', () => {
    given(presenceNoted('O1', { from: '01:00', to: null }))
      .when(notePresence('O2', { from: '02:00', to: null }))
      .emits(presenceNoted('O2', { from: '02:00', to: null }), {
        type: 'PresenceElsewhere',
        here,
        there,
        at: instant('02:00'),
      })
    given(presenceNoted('O2', { from: '02:00', to: null }))
      .when(notePresence('O1', { from: '01:00', to: null }))
      .emits({ type: 'PresenceNoted' }, { type: 'PresenceElsewhere', here, there, at: instant('02:00') })
  })

  it('A16: a forgotten tap is no crossing, and neither are two services one after the other', () => {
    given(presenceNoted('O1', { from: '01:00', to: '02:00' }))
      .when(notePresence('O2', { from: '02:00', to: null }))
      .emits(presenceNoted('O2', { from: '02:00', to: null }))
  })

  it('A16: two that were open together have crossed', () => {
    given(presenceNoted('O1', { from: '01:00', to: '02:10' }))
      .when(notePresence('O2', { from: '02:00', to: null }))
      .emits({ type: 'PresenceNoted' }, { type: 'PresencesCrossed', here, there })
    const other = { 'diary-e': [presenceNoted('O2', { from: '01:30', to: '02:30', volunteer: 'e' })] }
    given(presenceNoted('O1', { from: '01:00', to: '03:00' }))
      .knowing({ ...other, ...merged(['e', 'a']) })
      .when({ type: 'CompareDiary', volunteer: 'a' })
      .emits({ type: 'PresencesCrossed', here, there: { volunteer: 'e', occasion: at('O2') } })
  })

  it('A16, G2: a merge ends no presence that began before it; two that were open together have crossed', () => {
    const merge = (a: { readonly to: string | null }, several: boolean) =>
      given(presenceNoted('O1', { from: '01:00', ...a }))
        .knowing({
          'diary-e': [{ ...presenceNoted('O2', { from: '02:00', to: null, volunteer: 'e' }), several }],
          ...merged(['e', 'a']),
        })
        .when({ type: 'CompareDiary', volunteer: 'a' })
    const another = { volunteer: 'e', occasion: at('O2') }
    merge({ to: null }, false).isSilent()
    merge({ to: '02:00' }, false).isSilent()
    merge({ to: '03:00' }, false).emits({ type: 'PresencesCrossed', here, there: another })
    // Known to be one human when she came to O2.
    merge({ to: null }, true).emits({ type: 'PresenceElsewhere', here, there: another, at: instant('02:00') })
  })

  it('A16: of two check-ins at one instant the one told later ends the other', () => {
    given(presenceNoted('O1', { from: '01:00', to: null }))
      .when(notePresence('O2', { from: '01:00', to: null }))
      .emits({ type: 'PresenceNoted' }, { type: 'PresenceElsewhere', here, there, at: instant('01:00') })
    given(
      presenceNoted('O1', { from: '01:00', to: '01:00', step: 1 }),
      presenceNoted('O2', { from: '01:00', to: null }),
    )
      .when({ type: 'CompareDiary', volunteer: 'a' })
      .isSilent()
  })

  it('A14, A16: a capture ends no presence and is ended by none; it has crossed one that its ends say it has', () => {
    const live = presenceNoted('O1', { from: '01:00', to: null })
    given(live)
      .when(notePresence('O2', { from: '02:00', to: null, late: true }))
      .emits({ type: 'PresenceNoted', late: true })
    given(presenceNoted('O1', { from: '01:00', to: '03:00' }))
      .when(notePresence('O2', { from: '02:00', to: '02:30', late: true }))
      .emits({ type: 'PresenceNoted' }, { type: 'PresencesCrossed', here, there })
    given(presenceNoted('O1', { from: '01:00', to: '02:00' }))
      .when(notePresence('O2', { from: '02:00', to: '02:30', late: true }))
      .emits({ type: 'PresenceNoted' })
  })

  it('A16: an older note changes nothing', () => {
    given(presenceNoted('O1', { from: '01:00', to: '03:00', step: 1 }))
      .when(notePresence('O1', { from: '01:00', to: null }))
      .isSilent()
  })
})

describe('a diary', () => {
  it('is written by processes alone', () => {
    given().by(people.a).when(noteSeat('O1')).isRefused({ type: 'OnlyAProcess' })
  })

  it('A9: says once that a clerk confirmed beyond what counts at once', () => {
    const note = { type: 'NoteBulkConfirmation', ...entry('O1'), attempt: 0, unit: 'V1' } as const
    const said = { type: 'ConfirmedInBulk', ...entry('O1'), attempt: 0, unit: 'V1' } as const
    given().when(note).emits(said)
    given(said).when(note).isSilent()
  })

  it('events survive storage', () => survivesStorage(diary))
  it('evolve is total', () => evolveIsTotal(diary, [[], [seatNoted('O1')]], { PersonId: ['a'] }))
  it('repeats say nothing new', () =>
    repeatsSayNothingNew(diary, { world, scene: { ...scene, actor: timer } }, [
      { command: noteSeat('O1') },
      { command: noteSeat('O2') },
      { command: notePresence('O1', { from: '01:00', to: null }) },
      { command: notePresence('O1', { from: '01:00', to: '03:00', step: 1 }) },
    ]))
})
