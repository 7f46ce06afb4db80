import { describe, expect, it } from 'vitest'
import { day, hour, minute } from './calendar.oracle.fixture.ts'
import { days, monday } from './need.fixture.ts'
import { admitReviewer, findFollowers, judgeRound, mayReopen } from './review.oracle.fixture.ts'
import type { FollowUp, ReviewedService, SentReview } from './review.oracle.fixture.ts'

const service = (fields: Partial<ReviewedService> = {}): ReviewedService => ({
  requesters: ['r1'],
  contacts: ['f1'],
  proxies: ['h1'],
  performers: ['a', 'b'],
  members: [{ human: 'm1', from: days(-90), to: null }],
  leaders: [{ human: 'b1', from: days(-90), to: null }],
  acceptedAt: days(-2),
  reportedAt: monday,
  isAsked: true,
  senders: ['k1', 'p1'],
  office: null,
  ...fields,
})
const terms = { lapse: 7 * day, reopen: 15 * day, replaceHours: 24 }
const send = (human: string, at: number, verdict: SentReview['verdict'] = 'solved'): SentReview => ({
  human,
  at,
  stars: 4,
  verdict,
})
const judge = (
  reviews: readonly SentReview[],
  followUps: readonly FollowUp[],
  at: number,
  fields: Partial<ReviewedService> = {},
) => judgeRound(service(fields), reviews, followUps, null, at, terms)
const refuse = (human: string, fields: Partial<ReviewedService> = {}, at = days(1)) =>
  admitReviewer(human, at, service(fields), days(15)).refusal

describe('who reviews', () => {
  it('O9: requester, contact and proxy; no stranger, performer or leader', () => {
    expect(['r1', 'f1', 'h1'].map((human) => refuse(human))).toEqual([null, null, null])
    expect(refuse('x')).toBe('stranger')
    expect(refuse('a', { requesters: ['a'] })).toBe('performer')
    expect(refuse('b1', { requesters: ['b1'] })).toBe('leader')
  })

  it('O9: who was a member at any time between acceptance and review is refused', () => {
    const member = (from: number, to: number | null) => refuse('f1', { members: [{ human: 'f1', from, to }] })
    expect(member(days(-90), null)).toBe('member')
    expect(member(days(-90), days(-2) + 1)).toBe('member')
    expect(member(days(-90), days(-2))).toBe(null)
    expect(member(days(1), null)).toBe('member')
    expect(member(days(1) + 1, null)).toBe(null)
    expect(member(days(-1), days(-1) + hour)).toBe('member')
  })

  it('O9: a member reviews the own need, labelled own team; it closes', () => {
    const own = { members: [{ human: 'r1', from: days(-90), to: null }] }
    expect(admitReviewer('r1', days(1), service(own), null)).toEqual({
      refusal: null,
      nearness: 'requester',
      isOwnTeam: true,
    })
    expect(judge([send('r1', days(1))], [], days(1), own)).toMatchObject({
      closedAt: days(1),
      outcome: 'solved',
      isOwnTeam: true,
    })
  })

  it('O24: recipients or the unit above review what a unit orders from its own team', () => {
    const office = { isOwnTeam: true, recipients: ['v1'], officers: ['k1'], officersAbove: ['t1'] }
    expect(['v1', 't1', 'k1'].map((human) => refuse(human, { office }))).toEqual([null, null, 'stranger'])
    expect(refuse('k1', { office: { ...office, isOwnTeam: false } })).toBe(null)
  })
})

describe('closing and outcome', () => {
  it('O7: seven days without review or follow-up close unreviewed', () => {
    expect(judge([], [], days(7) - 1).outcome).toBe(null)
    expect(judge([], [], days(7))).toMatchObject({ closedAt: days(7), outcome: 'unreviewed', windowEnds: days(22) })
    expect(judge([], [], days(7), { isAsked: false }).outcome).toBe('not-asked')
  })

  it('O7: a follow-up closes and leaves the order unreviewed until a review comes', () => {
    const followUp = [{ human: 'c9', at: days(1) }]
    expect(judge([], followUp, days(3))).toMatchObject({ closedAt: days(1), outcome: 'unreviewed' })
    expect(judge([send('r1', days(10), 'not-solved')], followUp, days(10)).outcome).toBe('not-solved')
  })

  it('O7: either order gives one outcome', () => {
    const followUp = [{ human: 'c9', at: days(3) }]
    expect(judge([send('r1', days(1), 'partly')], followUp, days(5))).toMatchObject({
      closedAt: days(1),
      outcome: 'partly',
    })
    expect(judge([send('r1', days(4), 'partly')], followUp, days(5))).toMatchObject({
      closedAt: days(3),
      outcome: 'partly',
    })
  })

  it('O7: the window runs from the first closing, and a late review does not lengthen it', () => {
    const late = judge([send('r1', days(22) - 1)], [], days(22))
    expect(late).toMatchObject({ closedAt: days(7), windowEnds: days(22), outcome: 'solved' })
    expect([mayReopen(late, days(22) - 1), mayReopen(late, days(22))]).toEqual([true, false])
    expect(judge([send('r1', days(22))], [], days(22)).outcome).toBe('unreviewed')
  })

  it('O8: golden: closed 04-22 10:00Z is reopened on 04-24; round 2, closed 04-26 02:30Z, not on 05-11 02:30Z', () => {
    const closed = Date.parse('2020-04-26T02:30:00Z')
    const round = {
      closedAt: closed,
      windowEnds: closed + 15 * day,
      outcome: 'solved' as const,
      final: null,
      isOwnTeam: false,
    }
    expect(mayReopen(round, Date.parse('2020-05-11T02:30:00Z') - 1)).toBe(true)
    expect(mayReopen(round, Date.parse('2020-05-11T02:30:00Z'))).toBe(false)
  })

  it('O9: a nearer review replaces a farther one, never the other way round', () => {
    expect(
      judge([send('h1', days(1)), send('f1', days(2), 'partly'), send('r1', days(3), 'not-solved')], [], days(9))
        .outcome,
    ).toBe('not-solved')
    expect(judge([send('r1', days(1), 'not-solved'), send('h1', days(2))], [], days(9)).outcome).toBe('not-solved')
  })

  it('O9: the own review is replaced within 24 h', () => {
    const twice = (at: number) => judge([send('r1', days(1)), send('r1', at, 'not-solved')], [], days(9)).outcome
    expect(twice(days(2) - 1)).toBe('not-solved')
    expect(twice(days(2))).toBe('solved')
  })

  it('O9: golden: the performer is refused, the contact labelled', () => {
    expect(judge([send('a', monday + 2 * hour)], [], monday + 3 * hour).outcome).toBe(null)
    expect(judge([send('f1', monday + 4 * hour, 'not-solved')], [], monday + 5 * hour).outcome).toBe('not-solved')
  })
})

describe('follow-ups', () => {
  it('O7: not by who served or sent a command; where none is left the unit above does', () => {
    expect(findFollowers(['k1', 'k2'], ['t1'], service())).toEqual(['k2'])
    expect(findFollowers(['k1', 'a'], ['t1', 'p1'], service())).toEqual(['t1'])
    expect(judge([], [{ human: 'k1', at: monday + minute }], days(1)).outcome).toBe(null)
  })
})
