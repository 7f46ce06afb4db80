import { describe, expect, it } from 'vitest'
import { hour, minute } from './calendar.oracle.fixture.ts'
import {
  days,
  end,
  merge,
  monday,
  place,
  reject,
  replay,
  show,
  solved,
  submit,
  tell,
  withdraw,
} from './need.fixture.ts'

describe('withdrawals and appeals', () => {
  it('N15: a withdrawal needs a reason and ends the need before it is met', () => {
    expect(replay([submit('N1'), withdraw('N1', 'requester', monday, '')], monday).refused[1]).toBe('no-reason')
    expect(show([submit('N1'), withdraw('N1', 'requester', monday)], 'N1', monday).state).toBe('withdrawn')
    const met = [
      submit('N1'),
      tell('N1', 'approved', monday),
      place('N1', 'O1', monday),
      end('N1', 'O1', monday, solved),
    ]
    expect(replay([...met, withdraw('N1', 'requester', days(1))], days(1)).refused[4]).toBe('not-listed')
  })

  it('N9: the unit above answers an appeal, once, in 24 h', () => {
    const facts = [submit('N1'), reject('N1', monday), tell('N1', 'appealed', days(3))]
    expect(show(facts, 'N1', days(3))).toMatchObject({
      owner: 'V1',
      answerDue: days(4),
      toDo: [{ unit: 'T1', why: 'answer' }],
    })
    expect(replay([...facts, reject('N1', days(4)), tell('N1', 'appealed', days(5))], days(5)).refused[4]).toBe(
      'appealed-once',
    )
  })
})

describe('merged needs', () => {
  const two = [submit('N1'), submit('N2', monday + minute), merge('N2', 'N1', monday + hour)]

  it.each([
    ['rejected', reject('N1', days(1))],
    ['referred', tell('N1', 'referred', days(1))],
    ['withdrawn', withdraw('N1', 'officer', days(1))],
  ] as const)('N5: return with a new clock when the survivor is %s', (_, fact) => {
    expect(show(two, 'N2', days(1)).state).toBe('merged')
    expect(show([...two, fact], 'N2', days(1))).toMatchObject({ state: 'submitted', answerDue: days(2) })
  })

  it('N5: return when the survivor lapses or ends unmet, and stay when it is met', () => {
    expect(show([...two, tell('N1', 'asked', days(1))], 'N2', days(8))).toMatchObject({
      state: 'submitted',
      answerDue: days(9),
    })
    const served = [...two, tell('N1', 'approved', days(1)), place('N1', 'O1', days(1))]
    expect(show([...served, end('N1', 'O1', days(2), { type: 'unmet' })], 'N2', days(2)).answerDue).toBe(days(3))
    expect(show([...served, end('N1', 'O1', days(2), solved)], 'N2', days(2)).state).toBe('merged')
  })

  it('N5: merge only into what has not ended, with a clerk who may handle both, never into themselves', () => {
    const late = (ended: Parameters<typeof replay>[0]) =>
      replay([...two, ...ended, submit('N3'), merge('N3', 'N1', days(2))], days(2))
    expect(late([]).refused.at(-1)).toBe(null)
    expect(late([reject('N1', days(1))]).refused.at(-1)).toBe('target-ended')
    expect(replay([...two, merge('N1', 'N2', days(1))], days(1)).refused.at(-1)).toBe('target-ended')
    expect(replay([...two, merge('N1', 'N1', days(1))], days(1)).refused.at(-1)).toBe('target-ended')
    const foreign = { type: 'merged', need: 'N1', into: 'N4', at: days(1), isTwin: true, mayHandleBoth: false } as const
    expect(replay([...two, submit('N4'), foreign], days(1)).refused.at(-1)).toBe('outside-jurisdiction')
  })

  it('N5: a chain comes back link by link, and a wrong merge is undone', () => {
    const chain = [...two, submit('N0'), merge('N1', 'N0', days(1)), reject('N0', days(2))]
    expect([show(chain, 'N1', days(2)).state, show(chain, 'N2', days(2)).state]).toEqual(['submitted', 'merged'])
    // 59 minutes of its 24 hours had run when it was merged.
    const left = 23 * hour + minute
    expect(show([...two, tell('N2', 'unmerged', days(3))], 'N2', days(3)).answerDue).toBe(days(3) + left)
  })

  it('O19: a ruling moves the need and what is merged into it', () => {
    const facts = [...two, { type: 'ruled-misrouted', need: 'N1', at: days(1), owner: 'V2' } as const]
    expect([show(facts, 'N1', days(1)).owner, show(facts, 'N2', days(1)).owner]).toEqual(['V2', 'V2'])
  })
})
