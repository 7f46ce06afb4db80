import { describe, expect, it } from 'vitest'
import { hour } from './calendar.oracle.fixture.ts'
import { findHuman, findTwoPlaces, markSeats } from './two-places.oracle.fixture.ts'
import type { HeldSeat, ToldPresence } from './two-places.oracle.fixture.ts'

const seven = Date.parse('2024-03-04T19:00:00+08:00')
const makeSeat = (seat: string, start: number, end: number, fields: Partial<HeldSeat> = {}): HeldSeat => ({
  seat,
  registration: 'a',
  place: seat,
  start: seven + start * hour,
  end: seven + end * hour,
  boundAt: seven - 9 * hour,
  freedAt: null,
  ...fields,
})
const makePresence = (
  presence: string,
  start: number,
  end: number | null,
  fields: Partial<ToldPresence> = {},
): ToldPresence => ({
  presence,
  registration: 'a',
  place: presence,
  told: 'live',
  start: seven + start * hour,
  end: end === null ? null : seven + end * hour,
  ...fields,
})
const merges = [{ absorbed: 'a2', survivor: 'a', at: seven + 9 * hour }]

describe('seats', () => {
  it('A16: seats that overlap are marked as the second one is bound', () => {
    const second = makeSeat('patrol', 1, 3, { boundAt: seven - hour })
    expect(markSeats([makeSeat('dance', 0, 2), second], [])).toEqual([{ seats: ['dance', 'patrol'], at: seven - hour }])
  })

  it('A16: an evening of dance and patrol, one behind the other, carries no mark', () => {
    expect(markSeats([makeSeat('dance', 0, 1), makeSeat('patrol', 1, 3)], [])).toEqual([])
  })

  it('A16: a seat given up before the other was bound overlaps with none', () => {
    const second = makeSeat('patrol', 0, 2, { boundAt: seven - hour })
    expect(markSeats([makeSeat('dance', 0, 2, { freedAt: seven - hour }), second], [])).toEqual([])
    expect(markSeats([makeSeat('dance', 0, 2, { freedAt: seven - hour + 1 }), second], [])).toHaveLength(1)
  })

  it('A16: a second registration is marked from the merge on, in the same place too', () => {
    const second = makeSeat('again', 0, 2, { registration: 'a2', place: 'dance' })
    expect(markSeats([makeSeat('dance', 0, 2), second], [])).toEqual([])
    expect(markSeats([makeSeat('dance', 0, 2), second], merges)).toEqual([
      { seats: ['dance', 'again'], at: seven + 9 * hour },
    ])
  })

  it('A16: merges of merges are one human', () => {
    const chain = [...merges, { absorbed: 'a3', survivor: 'a2', at: seven }]
    expect(findHuman('a3', chain, seven)).toBe('a2')
    expect(findHuman('a3', chain, seven + 9 * hour)).toBe('a')
  })
})

describe('presences', () => {
  it('A16: a forgotten tap at the dance is ended by the patrol and bars nothing', () => {
    expect(findTwoPlaces([makePresence('dance', 0, null), makePresence('patrol', 1, 3)], [])).toEqual({
      ended: [{ presence: 'dance', at: seven + hour, cause: 'patrol' }],
      together: [],
      heldPresences: [],
    })
  })

  it('A16: a check-out told after the check-in elsewhere comes too late', () => {
    const answer = findTwoPlaces([makePresence('dance', 0, 2), makePresence('patrol', 1, 3)], [])
    expect(answer.ended).toEqual([{ presence: 'dance', at: seven + hour, cause: 'patrol' }])
    expect(answer.heldPresences).toEqual([])
  })

  it('A16: a check-out at the instant of the next check-in is in time', () => {
    expect(findTwoPlaces([makePresence('dance', 0, 1), makePresence('patrol', 1, 3)], []).ended).toEqual([])
  })

  it('A16: three taps in a row end one another', () => {
    const three = [makePresence('x', 0, null), makePresence('y', 1, null), makePresence('z', 2, 3)]
    expect(findTwoPlaces(three, []).ended.map(({ presence, cause }) => [presence, cause])).toEqual([
      ['x', 'y'],
      ['y', 'z'],
    ])
  })

  it('A16: a capture ends none, and both records are held where they were open together', () => {
    const capture = makePresence('patrol', 1, 3, { told: 'late' })
    expect(findTwoPlaces([makePresence('dance', 0, 2), capture], [])).toEqual({
      ended: [],
      together: [['dance', 'patrol']],
      heldPresences: ['dance', 'patrol'],
    })
    expect(findTwoPlaces([makePresence('dance', 0, 1), capture], []).heldPresences).toEqual([])
  })

  it('A16: two registrations that are merged later were in two places', () => {
    const second = makePresence('again', 1, 2, { registration: 'a2' })
    expect(findTwoPlaces([makePresence('dance', 0, 2), second], []).heldPresences).toEqual([])
    const merged = findTwoPlaces([makePresence('dance', 0, 2), second], merges)
    expect(merged.ended).toEqual([])
    expect(merged.heldPresences).toEqual(['dance', 'again'])
  })

  it('A16: a merge known before ends the first presence', () => {
    const second = makePresence('again', 1, 2, { registration: 'a2' })
    const early = [{ absorbed: 'a2', survivor: 'a', at: seven }]
    expect(findTwoPlaces([makePresence('dance', 0, 2), second], early)).toMatchObject({
      ended: [{ presence: 'dance', at: seven + hour }],
      heldPresences: [],
    })
  })

  it('A16: two people are never one', () => {
    expect(findTwoPlaces([makePresence('dance', 0, 2), makePresence('x', 0, 2, { registration: 'b' })], [])).toEqual({
      ended: [],
      together: [],
      heldPresences: [],
    })
  })
})
