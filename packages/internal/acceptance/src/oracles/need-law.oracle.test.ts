import { describe, expect, it } from 'vitest'
import { day, hour } from './calendar.oracle.fixture.ts'
import { defaultNeedTerms, findSide } from './need-facts.oracle.fixture.ts'
import type { NeedFact, Withdrawer } from './need-facts.oracle.fixture.ts'
import { classifyAnswer, countAnswers, findAnswerParts } from './need-classes.oracle.fixture.ts'
import type { AnswerPart } from './need-classes.oracle.fixture.ts'
import { findHeldNeeds } from './need-intake.oracle.fixture.ts'
import { isLost, showNeed } from './need-log.oracle.fixture.ts'
import {
  days,
  end,
  loadNeed,
  merge,
  midnight,
  monday,
  notSolved,
  place,
  reject,
  replay,
  solved,
  submit,
  tell,
  tree,
  weekdays,
  withdraw,
} from './need.fixture.ts'

/** A plain generator of numbers, so that a failure comes again. */
const createDice = (seed: number) => {
  let state = seed
  return (sides: number): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * sides)
  }
}

const throwFact = (roll: (sides: number) => number, at: number): NeedFact => {
  const need = `N${String(roll(4))}`
  const order = `${need}.${String(roll(2))}`
  const all: readonly NeedFact[] = [
    submit(need, at, roll(2) === 0 ? { channel: 'telephone' } : {}),
    ...(['asked', 'supplied', 'approved', 'approved', 'appealed', 'referred', 'unmerged'] as const).map((type) =>
      tell(need, type, at),
    ),
    reject(need, at),
    merge(need, `N${String(roll(4))}`, at),
    withdraw(need, 'contact', at),
    place(need, order, at),
    end(
      need,
      order,
      at,
      [solved, notSolved, { type: 'unmet' } as const, { type: 'aborted' } as const][roll(4)] ?? solved,
    ),
    { type: 'unit-closed', at, unit: 'V1', heir: 'T1' },
  ]
  return all[roll(all.length)] ?? submit(need, at)
}

describe('the law of needs', () => {
  it('N12: what is not finished has a clock or a to-do, at every instant of 300 histories', () => {
    for (let seed = 1; seed <= 300; seed += 1) {
      const roll = createDice(seed)
      const facts = [0, 1, 2, 3].map((n) => submit(`N${String(n)}`)) as NeedFact[]
      for (let at = monday; facts.length < 40; at += roll(30) * hour) facts.push(throwFact(roll, at))
      for (const at of [...facts.map((fact) => fact.at), days(400)]) {
        const { world } = replay(facts, at)
        for (const need of world.needs.values())
          expect(isLost(world, need, showNeed(need, at, tree, weekdays, defaultNeedTerms))).toBe(false)
      }
    }
  })
})

const period = { from: midnight, to: midnight + 27 * day, known: midnight + 40 * day }
const classify = (facts: readonly NeedFact[], known = period.known) =>
  classifyAnswer(loadNeed(facts, 'N1', known), { ...period, known })
const parts = (facts: readonly NeedFact[]): readonly AnswerPart[] =>
  findAnswerParts(loadNeed(facts, 'N1', period.known), period.known)

describe('classes beside I04', () => {
  it('N2: the answer at the due is kept, a millisecond later it is not', () => {
    expect(classify([submit('N1'), tell('N1', 'approved', days(1))])).toBe('kept')
    expect(classify([submit('N1'), tell('N1', 'approved', days(1) + 1)])).toBe('not-kept')
    expect(classify([submit('N1')])).toBe('not-kept')
    expect(parts([submit('N1')])).toEqual(['unanswered'])
  })

  it('N2: asking for information keeps the first clock, the second has to be kept too', () => {
    const asked = [submit('N1'), tell('N1', 'asked', monday), tell('N1', 'supplied', days(2))]
    expect(classify([...asked, tell('N1', 'approved', days(3))])).toBe('kept')
    expect(classify([...asked, tell('N1', 'approved', days(3) + 1)])).toBe('not-kept')
    expect(classify(asked, days(3) - 1)).toBe('kept')
    expect(classify(asked, days(3))).toBe('not-kept')
    expect(parts([submit('N1'), tell('N1', 'asked', monday)])).toEqual(['lapsed'])
  })

  it('I04: a need that is not due by K is left out', () => {
    expect(classify([submit('N1'), tell('N1', 'approved', monday)], days(1) - 1)).toBe('not-due')
    expect(classify([submit('N1'), tell('N1', 'approved', monday)], days(1))).toBe('kept')
    expect(classify([submit('N1', midnight - 1)])).toBe('outside')
  })

  it('N15: what the requester takes back before the due is left out, what the office takes back is not kept', () => {
    expect(classify([submit('N1'), withdraw('N1', 'requester', days(1) - 1)])).toBe('taken-back')
    expect(classify([submit('N1'), withdraw('N1', 'family', days(1) - 1)])).toBe('taken-back')
    expect(classify([submit('N1'), withdraw('N1', 'requester', days(1))])).toBe('not-kept')
    for (const by of ['officer', 'grid-worker', 'station-clerk'] as const) {
      expect(classify([submit('N1'), withdraw('N1', by, monday + 1)])).toBe('not-kept')
      expect(parts([submit('N1'), withdraw('N1', by, monday + 1)])).toEqual(['withdrawn-by-office'])
    }
    const approved = [submit('N1'), tell('N1', 'approved', monday), withdraw('N1', 'requester', days(9))]
    expect(classify(approved)).toBe('kept')
  })

  it('N15: sides', () => {
    const sides: readonly (readonly [Withdrawer, string])[] = [
      ['requester', 'requester'],
      ['contact', 'requester'],
      ['family', 'requester'],
      ['officer', 'office'],
      ['information-officer', 'office'],
      ['volunteer-visitor', 'office'],
    ]
    for (const [by, side] of sides) expect(findSide(by)).toBe(side)
  })

  it('N5: a merge that was not proposed stands beside, also after it was undone', () => {
    const merged = [submit('N1'), submit('N2'), merge('N1', 'N2', monday, false), tell('N1', 'unmerged', days(1))]
    expect(parts([...merged, tell('N1', 'approved', days(1))])).toEqual(['merged', 'not-twin'])
  })

  it('N16: abuse is a class beside, and an answer', () => {
    expect(classify([submit('N1'), reject('N1', days(1), true)])).toBe('kept')
    expect(parts([submit('N1'), reject('N1', days(1), true)])).toEqual(['abuse'])
  })

  it('S6: d and the classes left out are the universe', () => {
    const facts = [
      submit('N1'),
      submit('N2'),
      submit('N3', days(26)),
      submit('N4', days(50)),
      withdraw('N2', 'requester', monday),
    ]
    const needs = [...replay(facts, days(26)).world.needs.values()]
    const figure = countAnswers(needs, { ...period, known: days(26) })
    expect(figure).toEqual({ n: 0, d: 1, notDue: 1, takenBack: 1, universe: 3, medianLag: 0 })
  })
})

describe('needs of one day', () => {
  const submitMany = (count: number, fields = {}) =>
    Array.from({ length: count }, (_, n) => submit(`N${String(n)}`, monday + n, fields))
  const terms = { person: 5, proxy: 20 }

  it('N16: the sixth of a person and the 21st of a proxy of the office are held', () => {
    expect(findHeldNeeds(submitMany(6), terms, 480)).toEqual(['N5'])
    expect(findHeldNeeds(submitMany(6, { proxy: 'family' }), terms, 480)).toEqual(['N5'])
    expect(findHeldNeeds(submitMany(21, { proxy: 'grid-worker' }), terms, 480)).toEqual(['N20'])
  })

  it('N16: the day is the local one', () => {
    const late = submit('N9', midnight + day)
    expect(findHeldNeeds([...submitMany(5), late], terms, 480)).toEqual([])
    expect(findHeldNeeds([...submitMany(5), { ...late, at: late.at - 1 }], terms, 480)).toEqual(['N9'])
  })

  it('N16: the own needs of a grid worker do not eat the twenty', () => {
    const own = Array.from({ length: 5 }, (_, n) => submit(`own${String(n)}`, monday))
    expect(findHeldNeeds([...submitMany(20, { proxy: 'grid-worker' }), ...own], terms, 480)).toEqual([])
  })
})
