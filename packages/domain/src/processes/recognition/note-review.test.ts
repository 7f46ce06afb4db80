import { describe, expect, it } from 'vitest'
import { buildLog } from '@zhiyuan/testing'
import { people } from '../../fixtures/people.ts'
import { record } from '../../slices/hours/record/index.ts'
import { R8, verified } from '../../slices/recognition/star/star.fixture.ts'
import { reviewed } from '../../slices/requests/order/order.fixture.ts'
import { noteReview } from './note-review.ts'

const { approverC } = people

describe('the review of a round', () => {
  it('W11: reaches a volunteer without a seat whose minutes in the round come later, and no one twice', () => {
    const review = { rating: 5, orderVersion: 7 }
    const row = { review, seated: ['a'], served: ['a', 'e'] } as never
    const [, verifiedR8] = verified({ ...R8, source: { type: 'order', orderId: 'O1', round: 2 } })
    const events = buildLog([record], [{ at: '2020-05-01T00:00:00.000Z', by: approverC, event: verifiedR8 as never }])
    const note = (volunteer: string, rows: ReadonlyArray<never>) =>
      events.flatMap((one) => noteReview.react({ ...one, data: { ...one.data, volunteer } } as never, rows))
    expect(note('e', [row])).toMatchObject([{ command: { type: 'NoteReview', volunteer: 'e', round: 2, ...review } }])
    expect(note('a', [row])).toEqual([])
    expect(note('e', [{ ...(row as object), review: { ...review, rating: null } } as never])).toEqual([])
    expect(note('e', [{ review: null, seated: [], served: ['e'] } as never])).toEqual([])
  })
  it('O9, W11: the one that a review of the own team replaces leaves the score of each whom it had reached', () => {
    const say = (more: object) =>
      noteReview.react({ data: { ...reviewed, ...more }, version: 9 } as never, [{ served: ['e'] } as never])
    const own = { reviewer: 'e', as: 'requester', ownTeam: true }
    const reached = (rating: number | null) =>
      ['a', 'b', 'e'].map((volunteer) => ({ command: { type: 'NoteReview', volunteer, rating, orderVersion: 9 } }))
    expect(say({})).toMatchObject(reached(2))
    expect(say({ ...own, replaces: 'contact' })).toMatchObject(reached(null))
    expect(say({ ...own, ownTeam: false, replaces: 'contact', rating: 5 })).toMatchObject(reached(5))
    expect(say({ ...own, replaces: null })).toEqual([])
  })
})
