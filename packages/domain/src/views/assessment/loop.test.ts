import { describe, expect, it } from 'vitest'
import { units } from '../../fixtures/people.ts'
import { asks, instant, does, assessFigures, orders, makeLine } from './assessment.fixture.ts'

const { C, T1, V1, T2, V2 } = units
const ratio = ({ n, d }: { readonly n: number; readonly d: number }) => `${n}/${d}`
const reason = (code: string) => ({ code, text: null })
const closes = (orderId: string, outcome: string, handler: string = V2) => [
  does(orderId, 'ServiceReported', { handler }),
  does(orderId, 'OrderClosed', { handler, outcome }, '04-26 00:00'),
]

describe('needs', () => {
  const answered = (time: string, type = 'NeedApproved') => [
    asks('n', '04-20 00:00', '04-21 00:00'),
    makeLine(time, type, { needId: 'n', unitId: V2, reason: reason('not-here') }),
  ]

  it('S5: I04 exactly at the due instant is on time', () => {
    expect(ratio(assessFigures(answered('04-21 00:00'))(C).I04)).toBe('1/1')
    expect(ratio(assessFigures(answered('04-21 00:01'))(C).I04)).toBe('0/1')
  })

  it('S6: I04 counts a request for information as an answer; the time to a decision is shown beside it', () => {
    const lines = [...answered('04-20 01:00', 'InformationRequested')]
    expect(assessFigures(lines)(C).I04).toMatchObject({ n: 1, d: 1, beside: { decided: 0, unanswered: 0 } })
    const decided = [...lines, makeLine('04-25 00:00', 'NeedApproved', { needId: 'n', unitId: V2 })]
    expect(assessFigures(decided)(C).I04.beside).toMatchObject({
      decided: 1,
      medianMinutesToDecision: { n: 7200, d: 1 },
    })
  })

  it('S5: I04 leaves out what is not due yet, and what was withdrawn unanswered before it was due', () => {
    const withdrawn = (time: string, unanswered: boolean) => [
      asks('n', '04-20 00:00', '04-21 00:00'),
      makeLine(time, 'NeedWithdrawn', { needId: 'n', unitId: V2, unanswered }),
    ]
    expect(assessFigures([asks('n', '04-20 00:00', '04-21 00:00')], instant('04-20 23:59'))(C).I04.d).toBe(0)
    expect(assessFigures([asks('n', '04-20 00:00', '04-21 00:00')], instant('04-21 00:00'))(C).I04.d).toBe(1)
    expect(ratio(assessFigures(withdrawn('04-20 23:00', true))(C).I04)).toBe('0/0')
    expect(ratio(assessFigures(withdrawn('04-21 00:00', true))(C).I04)).toBe('0/1')
    expect(ratio(assessFigures(withdrawn('04-20 23:00', false))(C).I04)).toBe('0/1')
    expect(assessFigures(withdrawn('04-21 00:00', true))(C).I04.beside.unanswered).toBe(1)
  })

  it('S7: a period begins and ends at local midnights, for needs and orders', () => {
    const d = (time: string) => {
      const figures = assessFigures([asks('n', time, '06-02 00:00'), orders('o', V2, time)])(C)
      return [figures.I04.d, figures.I09.d]
    }
    expect(['05-31 15:59', '05-31 16:00'].map(d)).toEqual([
      [1, 1],
      [0, 0],
    ])
  })

  it('S6: I11 shows beside it the needs that never became an order, with refusals by reason', () => {
    const lines = [...answered('04-20 01:00', 'NeedRejected'), asks('m', '04-20 00:00', '04-21 00:00')]
    const referred = makeLine('04-20 02:00', 'NeedReferred', { needId: 'm', unitId: V2 })
    expect(assessFigures([...lines, referred])(T2).I11.beside).toEqual({ referred: 1, rejected: { 'not-here': 1 } })
  })
})

describe('orders', () => {
  it('S14: stay with the owner through escalation; a ruling moves order and need from the start', () => {
    const lines = [
      asks('need-of-o', '04-20 00:00', '04-21 00:00'),
      orders('o'),
      does('o', 'OrderEscalated', { from: V2, to: T2, automatic: false }),
    ]
    const to = { needId: 'need-of-o', from: V2, to: V1 }
    const ruled = [makeLine('06-10 00:00', 'NeedMisrouted', to), does('o', 'OrderMisrouted', to, '06-10 00:00')]
    const owned = (figures: ReturnType<typeof assessFigures>) =>
      [T1, T2].map((unit) => [figures(unit).I04.d, figures(unit).I05.d, figures(unit).I09.n])
    expect(owned(assessFigures(lines))).toEqual([
      [0, 0, 0],
      [1, 1, 1],
    ])
    expect(owned(assessFigures([...lines, ...ruled]))).toEqual([
      [1, 1, 1],
      [0, 0, 0],
    ])
    expect(owned(assessFigures([...lines, ...ruled], instant('06-09 00:00')))).toEqual(owned(assessFigures(lines)))
  })

  it('S11: needs and orders that the city owns have a row of their own', () => {
    const figures = assessFigures([orders('o', C), orders('p')])
    expect(['own', T1, T2, C].map((unit) => figures(unit).I05.d)).toEqual([1, 0, 1, 2])
  })

  it('S6: I05 counts open, unmet, aborted and cancelled orders in d, except one taken back before any acceptance', () => {
    const lines = [
      ...['open', 'unmet', 'aborted', 'cancelled', 'gone'].map((id) => orders(id)),
      does('unmet', 'OrderUnmet'),
      does('aborted', 'OrderAborted'),
      does('cancelled', 'OrderCancelled', { beforeAcceptance: false }),
      does('gone', 'OrderCancelled', { beforeAcceptance: true }),
    ]
    const { I05, I09, I11 } = assessFigures(lines)(C)
    expect([ratio(I05), ratio(I09), ratio(I11)]).toEqual(['0/4', '0/5', '1/5'])
    expect(I05.beside).toEqual({ open: 1, unmet: 1, aborted: 1, cancelled: 1 })
  })

  it('S5: I05, I07 and I12 count the last round; a reopened order is open again', () => {
    const first = [orders('o'), ...closes('o', 'solved')]
    const reopened = [...first, does('o', 'OrderReopened', { round: 2 }, '04-27 00:00')]
    expect(ratio(assessFigures(first)(C).I05)).toBe('1/1')
    expect(assessFigures(reopened)(C)).toMatchObject({ I05: { n: 0, d: 1 }, I07: { d: 0 }, I12: { n: 1, d: 1 } })
    const again = [
      ...reopened,
      does('o', 'ServiceReported', { round: 2 }, '04-28 00:00'),
      does('o', 'OrderClosed', { round: 2, outcome: 'partly' }, '04-29 00:00'),
    ]
    expect(assessFigures(again)(C).I07).toMatchObject({ n: 0, d: 1, beside: { partly: { n: 1, d: 1 } } })
    expect(assessFigures(again)(C).I07.beside.solvedInFirstRound).toEqual({ n: 1, d: 1 })
  })

  it('S6: I08 counts reviewed orders only; coverage is shown beside it, and is thin below the policy’s share', () => {
    const unreviewed = ['p', 'q'].flatMap((id) => [orders(id), ...closes(id, 'unreviewed')])
    const review = does('o', 'OrderReviewed', { rating: 4, verdict: 'solved' })
    const lines = [orders('o'), review, ...closes('o', 'solved')]
    expect(assessFigures(lines)(C).I08).toMatchObject({ n: 1, d: 1, beside: { coverage: { n: 1, d: 1 }, thin: false } })
    const thin = assessFigures([...lines, ...unreviewed])(C)
    expect(thin.I08).toMatchObject({ n: 1, d: 1, beside: { coverage: { n: 1, d: 3 }, thin: true } })
    expect(ratio(thin.I10)).toBe('2/3')
    const agreed = [...lines, does('o', 'OrderFollowedUp', { verdict: 'solved' })]
    expect(assessFigures(agreed)(C).I08.beside.followUpAgreement).toEqual({ n: 1, d: 1 })
  })

  it('O9: the review of a member of the serving team closes, is out of I08 and stands beside I07', () => {
    const review = (ownTeam: boolean) => does('o', 'OrderReviewed', { rating: 5, verdict: 'solved', ownTeam })
    const { I07, I08 } = assessFigures([orders('o'), review(true), ...closes('o', 'solved')])(C)
    expect([ratio(I07), ratio(I08), I07.beside.ownTeam]).toEqual(['1/1', '0/0', 1])
    const another = assessFigures([orders('o'), review(false), ...closes('o', 'solved')])(C)
    expect([ratio(another.I08), another.I07.beside.ownTeam]).toEqual(['1/1', 0])
  })

  it('C27, S6: I09 shows which level fulfilled the completed orders', () => {
    const lines = [
      orders('o'),
      does('o', 'OrderEscalated', { automatic: true }),
      ...closes('o', 'solved', T2),
      orders('p'),
      ...closes('p', 'solved', V2),
      orders('q'),
      ...closes('q', 'solved', C),
    ]
    expect(assessFigures(lines)(C).I09).toMatchObject({
      n: 1,
      d: 3,
      beside: { steps: 1, automatic: 1, fulfilledBy: { village: 1, township: 1, city: 1 } },
    })
  })

  it('A15, I09: an escalation that was undone is none, and stands beside it', () => {
    const up = (orderId: string, from: string, to: string, automatic = true) =>
      does(orderId, 'OrderEscalated', { from, to, automatic })
    const undone = does('o', 'EscalationUndone', { from: C, to: V2 }, '05-10 00:00')
    const lines = [orders('o'), up('o', V2, T2), up('o', T2, C), orders('p'), up('p', V2, T2)]
    const beside = { steps: 1, automatic: 1, undone: 2 }
    expect(assessFigures([...lines, undone])(C).I09).toMatchObject({ n: 1, d: 2, beside })
    expect(assessFigures([...lines, undone], instant('05-09 23:59'))(C).I09).toMatchObject({
      n: 2,
      beside: { steps: 3, automatic: 3, undone: 0 },
    })
    // What had gone up before the miss stays, and so does what a person did.
    const back = does('o', 'EscalationUndone', { from: C, to: T2 }, '05-10 00:00')
    expect(assessFigures([...lines, back])(C).I09).toMatchObject({ n: 2, beside: { steps: 2, undone: 1 } })
  })

  it('S6, S5: I13 counts expired offers and lapsed claims of those that ended in the period, at the handler', () => {
    const ends = ['OfferExpired', 'ClaimLapsed', 'OfferDeclined', 'OfferRecalled', 'ClaimRecalled', 'OrderAccepted']
    const lines = [orders('o', V1), ...ends.map((type) => does('o', type, { handler: T2 }))]
    const figures = assessFigures([...lines, does('o', 'OfferExpired', { handler: T2 }, '05-31 16:00')])
    expect([ratio(figures(T2).I13), ratio(figures(T1).I13), ratio(figures(V2).I13)]).toEqual(['2/6', '0/0', '0/0'])
  })
})
