import { describe, expect, it } from 'vitest'
import { day, hour } from './calendar.oracle.fixture.ts'
import {
  days,
  end,
  midnight,
  monday,
  notSolved,
  place,
  reject,
  replay,
  show,
  solved,
  submit,
  tell,
} from './need.fixture.ts'

describe('the answer clock', () => {
  const facts = [submit('N1', monday, { voicedAt: monday - 9 * day })]

  it('N2: is due 24 h after the need was recorded, and on time at its due itself', () => {
    expect(show(facts, 'N1', monday + 24 * hour)).toMatchObject({
      answerDue: monday + 24 * hour,
      isAnswerOverdue: false,
    })
    expect(show(facts, 'N1', monday + 24 * hour + 1).isAnswerOverdue).toBe(true)
    expect(show(facts, 'N1', days(90)).toDo).toEqual([{ unit: 'V1', list: 'clerk', why: 'answer' }])
  })

  it('N2: starts anew with the information that was supplied', () => {
    const supplied = [...facts, tell('N1', 'asked', monday + hour), tell('N1', 'supplied', days(2))]
    expect(show(supplied, 'N1', days(1))).toMatchObject({
      state: 'info-requested',
      answerDue: null,
      lapseDue: days(7) + hour,
    })
    expect(show(supplied, 'N1', days(2)).answerDue).toBe(days(3))
  })

  it('N2: information is asked for twice, not a third time', () => {
    const asked = [1, 2, 3].flatMap((n) => [tell('N1', 'asked', days(n)), tell('N1', 'supplied', days(n) + hour)])
    expect(replay([...facts, ...asked], days(9)).refused).toEqual([
      null,
      null,
      null,
      null,
      null,
      'asked-enough',
      'not-listed',
    ])
    expect(show([...facts, ...asked], 'N1', days(9)).state).toBe('submitted')
  })
})

describe('the lapse', () => {
  const lapse = (fields: Parameters<typeof submit>[2]) => [
    submit('N1', monday, fields),
    tell('N1', 'asked', monday + hour),
  ]
  const ends = days(7) + hour

  it('N7: ends a need by app after seven days, half-open', () => {
    expect(show(lapse({}), 'N1', ends - 1).state).toBe('info-requested')
    expect(show(lapse({}), 'N1', ends).state).toBe('lapsed')
    expect(replay([...lapse({}), tell('N1', 'supplied', ends - 1)], ends).refused[2]).toBe(null)
    expect(replay([...lapse({}), tell('N1', 'supplied', ends)], ends).refused[2]).toBe('not-listed')
    expect(show(lapse({ channel: 'station' }), 'N1', ends).state).toBe('lapsed')
  })

  it.each([
    { channel: 'telephone' },
    { channel: 'home-visit' },
    { proxy: 'grid-worker' },
    { proxy: 'family' },
  ] as const)('N7: a need by %o returns to its clerk instead, with a clock, to be decided as it stands', (fields) => {
    expect(show(lapse(fields), 'N1', ends)).toMatchObject({ state: 'submitted', answerDue: ends + 24 * hour })
    expect(replay([...lapse(fields), tell('N1', 'asked', ends + 1)], ends + 1).refused[2]).toBe('decided-as-it-stands')
    expect(replay([...lapse(fields), reject('N1', ends + 1)], ends + 1).refused[2]).toBe(null)
  })
})

describe('a need without a live order', () => {
  const approved = [submit('N1'), tell('N1', 'approved', monday + hour)]
  const due = midnight + 4 * day

  it('N12: has three working days; from the midnight that ends them the unit above has it too', () => {
    expect(show(approved, 'N1', due - 1)).toMatchObject({
      state: 'approved',
      orderDue: due,
      toDo: [{ unit: 'V1', why: 'order' }],
    })
    expect(show(approved, 'N1', due).toDo).toEqual([
      { unit: 'V1', list: 'clerk', why: 'order' },
      { unit: 'T1', list: 'clerk', why: 'order-overdue' },
    ])
    expect(show([...approved, place('N1', 'O1', due)], 'N1', due)).toMatchObject({ state: 'in-service', toDo: [] })
  })

  it('N12: at the top its assessor has it', () => {
    const facts = [submit('N1', monday, { unit: 'C' }), tell('N1', 'approved', monday)]
    expect(show(facts, 'N1', due).toDo[1]).toEqual({ unit: 'C', list: 'assessor', why: 'order-overdue' })
  })

  it.each([{ type: 'cancelled' }, { type: 'aborted' }, notSolved] as const)(
    'N12: the term starts anew after %o',
    (how) => {
      const facts = [...approved, place('N1', 'O1', days(1)), end('N1', 'O1', days(4), how)]
      expect(show(facts, 'N1', days(4))).toMatchObject({ state: 'approved', orderDue: midnight + 10 * day })
    },
  )

  it('N12: the term runs on after orders that the office itself took back, and anew after one that it did not', () => {
    const takenBack = { type: 'cancelled', byOffice: true } as const
    const once = [...approved, place('N1', 'O1', days(1)), end('N1', 'O1', days(4), takenBack)]
    const first = show(approved, 'N1', days(1)).orderDue
    expect(show(once, 'N1', days(4)).orderDue).toBe(first)
    const twice = [...once, place('N1', 'O2', days(4)), end('N1', 'O2', days(8), takenBack)]
    expect(show(twice, 'N1', days(8))).toMatchObject({
      orderDue: first,
      toDo: [{ why: 'order' }, { why: 'order-overdue' }],
    })
    const bySide = [...once, place('N1', 'O2', days(4)), end('N1', 'O2', days(4), { type: 'cancelled' })]
    expect(show(bySide, 'N1', days(4)).orderDue).toBe(midnight + 10 * day)
  })

  it('N12: a review that comes later takes a met need back', () => {
    const closed = [
      ...approved,
      place('N1', 'O1', days(1)),
      end('N1', 'O1', days(2), { type: 'closed', outcome: 'unreviewed' }),
    ]
    expect(show(closed, 'N1', days(3))).toMatchObject({ state: 'met', orderDue: null, toDo: [] })
    expect(show([...closed, end('N1', 'O1', days(3), notSolved)], 'N1', days(3)).state).toBe('approved')
  })

  it('N12: unmet is listed at the city until a team is found', () => {
    const unmet = [...approved, place('N1', 'O1', days(1)), end('N1', 'O1', days(9), { type: 'unmet' })]
    expect(show(unmet, 'N1', days(99))).toMatchObject({ state: 'unmet', toDo: [{ unit: 'C', why: 'unmet' }] })
    const found = [...unmet, place('N1', 'O2', days(10)), end('N1', 'O2', days(11), solved)]
    expect(show(found, 'N1', days(10)).state).toBe('in-service')
    expect(show(found, 'N1', days(11)).state).toBe('met')
    expect(
      show([...unmet, place('N1', 'O2', days(10)), end('N1', 'O2', days(11), { type: 'cancelled' })], 'N1', days(11))
        .state,
    ).toBe('unmet')
  })

  it('N12: one unmet order of two leaves the need unmet', () => {
    const two = [...approved, place('N1', 'O1', days(1)), place('N1', 'O2', days(1))]
    const ended = [...two, end('N1', 'O1', days(2), { type: 'unmet' }), end('N1', 'O2', days(3), solved)]
    expect(show(ended, 'N1', days(2)).state).toBe('in-service')
    expect(show(ended, 'N1', days(3)).state).toBe('unmet')
  })

  it('N12: a closed unit hands on what is open, and nothing that has ended', () => {
    const facts = [
      ...approved,
      submit('N2'),
      reject('N2', monday),
      { type: 'unit-closed', at: days(1), unit: 'V1', heir: 'T1' } as const,
    ]
    expect(show(facts, 'N1', days(9))).toMatchObject({
      owner: 'T1',
      orderDue: due,
      toDo: [{ unit: 'T1' }, { unit: 'C' }],
    })
    expect(show(facts, 'N2', days(9)).owner).toBe('V1')
    expect(show([...facts, tell('N2', 'appealed', days(2))], 'N2', days(2)).owner).toBe('T1')
  })
})
