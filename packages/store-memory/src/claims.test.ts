import { describe, expect, it } from 'vitest'
import { eventStoreCases, notClaimed } from '@zhiyuan/testing/conformance'
import { claimNothing } from './in-streams.fixture.ts'
import { memoryEventStore } from './index.ts'

const open = () => claimNothing(memoryEventStore())
const findReason = (each: (typeof eventStoreCases)[number]) => notClaimed(each, open().capabilities)

describe('a store that claims nothing', () => {
  it('is not asked what only other stores claim, and the reason is said', () => {
    const left = eventStoreCases.flatMap((each) => (findReason(each) === null ? [] : [[each.title, findReason(each)]]))
    const ids = 'not claimed by the store: ids unique in the whole log'
    expect(left).toEqual([
      ['where a store says so, an id that is taken in another stream is refused', ids],
      ['where a store says so, of appends that arrive together one with an id of another stream is refused', ids],
      [
        'where a store says so, appends that are asked for at once stand in the log in the order in which they were asked for',
        'not claimed by the store: appends in the order of their calls',
      ],
      [
        'where a store says so, positions have no gaps, also after refused appends',
        'not claimed by the store: positions without gaps',
      ],
    ])
  })

  it.each(eventStoreCases.filter((each) => findReason(each) === null))('keeps the promise: $title', ({ check }) =>
    check(open()),
  )
})
