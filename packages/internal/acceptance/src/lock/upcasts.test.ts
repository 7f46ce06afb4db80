/** Upcasts of the past, as they were and rewritten. */
import { describe, expect, it } from 'vitest'
import { closed, LocalDay, literal, pastEdition, PersonId, variants, type Plain } from '@zhiyuan/kernel'
import type { StoredEvent } from '@zhiyuan/runtime'
import { findings, changed, sliceLines, on, planted, Reason, release, SeatFreed, SeatFreedOn } from './lock.fixture.ts'
import { checkPastEditions } from './past-editions.ts'
import { raisedLines } from './upcast-lines.ts'
import type { WordedSlice } from './word-lines.ts'

describe('an upcast of a release', () => {
  type Old = typeof SeatFreed._A
  const sliceRaising = (raise: (old: Old) => unknown, event: Plain<Old> = planted): WordedSlice => ({
    ...changed,
    upcasts: { SeatFreed: [pastEdition(SeatFreed, event, raise)] },
  })
  const known = sliceRaising((old) => ({ ...old, on }))
  /** Events of the first edition, as a release stored them. */
  const kept = [planted, { ...planted, reason: 'moved' }].map(
    (data) => ({ type: 'SeatFreed', header: '{"schema":1}', data: JSON.stringify(data) }) as StoredEvent,
  )
  const linesWithRaised = (slice: WordedSlice) => [...sliceLines(slice), ...raisedLines([slice], '0.1', kept)]
  const releases = [release(linesWithRaised(known))]

  it('stays as it is, also where another edition comes after it', () => {
    expect(findings(releases, linesWithRaised(known))).toEqual([])
    const SeatFreedBy = closed({
      type: literal('SeatFreed'),
      volunteer: PersonId,
      reason: Reason,
      on: LocalDay,
      by: PersonId,
    })
    const again = pastEdition(SeatFreedOn, { ...planted, on }, (old) => ({ ...old, by: old.volunteer }))
    const later: WordedSlice = {
      name: 'order',
      event: variants('OrderEvent', [SeatFreedBy]),
      upcasts: { SeatFreed: [...(known.upcasts?.['SeatFreed'] ?? []), again] },
    }
    expect(checkPastEditions([later])).toEqual([])
    expect(findings(releases, linesWithRaised(later))).toEqual([])
    expect(linesWithRaised(later).map(({ key }) => key)).toContain('raised SeatFreed@2 over 0.1')
  })

  it.each<[string, WordedSlice, ReadonlyArray<string>]>([
    [
      'reads the past otherwise',
      sliceRaising((old) => ({ ...old, on: '2020-05-02' })),
      ['upcast SeatFreed@1', 'raised SeatFreed@1 over 0.1'],
    ],
    [
      'reads otherwise what was stored, and not what was planted',
      sliceRaising((old) => ({ ...old, on: old.reason === 'ill' ? on : '2020-05-02' })),
      ['raised SeatFreed@1 over 0.1'],
    ],
    [
      'has another event planted',
      sliceRaising((old) => ({ ...old, on }), { ...planted, reason: 'moved' }),
      ['upcast SeatFreed@1'],
    ],
    [
      'is gone',
      changed,
      ['event SeatFreed@1', 'event SeatFreed@2', 'upcast SeatFreed@1', 'raised SeatFreed@1 over 0.1'],
    ],
  ])('that %s is red, also when the lock was made anew', (_, slice, keys) => {
    expect(findings(releases, linesWithRaised(slice)).map((finding) => finding?.split(':')[0])).toEqual(keys)
  })
})
