import { describe, expect, it } from 'vitest'
import { actor, T1, V1 } from './county.ts'
import { countHands, endings, judge, type Evidence, type Hands } from './judge.ts'
import { keepLines, listLower } from './kept.ts'
import { attacks } from './plays/index.ts'
import type { Reading } from './reading.ts'
import { runAttack } from './run.ts'
import type { Step } from './stage.ts'

const nothing: Reading = { minutes: 0, manual: 0, month: 0, points: 0, star: 0, reviews: 0, lost: 0, flags: [] }
const k1 = actor('k1', 'clerk', V1)
const tried = (refused: string | null, by = k1): Step => ({ at: '', by, command: 'Backfill', decisive: true, refused })
const two: Hands = { persons: ['k1', 'q1'], units: [V1] }
const three: Hands = { persons: ['k1', 'q1', 'qt'], units: [T1, V1] }
const of = (more: Partial<Evidence>): Evidence => ({
  ...{ steps: [tried(null)], reading: nothing, hands: two, needed: two, seenBy: [] },
  ...more,
})
const flagged = (what: string, ...units: ReadonlyArray<string>): Reading => ({
  ...nothing,
  flags: [{ what, at: '2020-04-27T01:00:00.000Z', units }],
})
const counted: Reading = { ...nothing, minutes: 180, month: 180 }

describe('the ending of an attack', () => {
  it.each([
    ['refused', of({ steps: [tried('SpanTooLong')] })],
    ['held', of({ reading: flagged('burst burst', T1) })],
    ['refused', of({ steps: [tried('SpanTooLong')], reading: flagged('supervision supervision', T1) })],
    [
      'held',
      of({ steps: [{ ...tried('SpanTooLong'), at: '2020-04-28T01:00:00.000Z' }], reading: flagged('burst burst', T1) }),
    ],
    ['held', of({ reading: { ...counted, flags: flagged('hurry hurry', V1, T1).flags } })],
    ['held', of({ reading: { ...counted, flags: flagged('vouching vouching', T1).flags } })],
    ['unseen', of({ reading: { ...counted, flags: flagged('vouching vouching', V1).flags } })],
    ['unseen', of({ reading: { ...counted, flags: flagged('burst burst', V1, T1).flags } })],
    ['held', of({ reading: { ...flagged('record ruling', V1, T1), lost: 60 } })],
    ['unseen', of({ reading: { ...nothing, lost: 60 } })],
    ['three-persons', of({ reading: counted, hands: three, needed: three })],
    ['afterwards', of({ reading: counted, seenBy: ['pairs'] })],
    ['unseen', of({ reading: counted })],
    ['unseen', of({ reading: flagged('burst burst', V1) })],
    ['unseen', of({ reading: counted, needed: { persons: ['k1', 'q1', 'v0'], units: [V1] } })],
    ['unseen', of({ reading: counted, needed: { persons: ['k1', 'qt'], units: [T1, V1] } })],
    ['unseen', of({ steps: [tried('SpanTooLong'), tried(null)] })],
    ['unseen', of({ steps: [{ ...tried('SpanTooLong'), decisive: false }] })],
  ] as const)('is %s', (ending, evidence) => {
    expect(judge(evidence)).toBe(ending)
  })

  it('counts a human once, under every name, and no unit for a volunteer', () => {
    const attack = { id: 'x', source: 'own', name: { zh: '', en: '' }, gain: [], play: async () => {} }
    const steps = [tried(null), tried(null, actor('a', 'volunteer', V1)), tried(null, actor('c', 'approver', T1))]
    const colluders = { ...attack, colluders: ['k1', 'a', 'c'], sameHuman: { c: 'a' } }
    expect(countHands(colluders, steps)).toEqual({ persons: ['a', 'k1'], units: [T1, V1] })
    expect(countHands({ ...attack, colluders: ['k1'] }, steps)).toEqual({ persons: ['k1'], units: [V1] })
  })
})

describe('a line that ends lower', () => {
  const find = async (id: string) => {
    const attack = attacks.find((one) => one.id === id)
    if (attack === undefined) throw new Error(id)
    return runAttack(attack)
  }

  it('is seen afterwards by a detector that names one of them, and by no other', async () => {
    const attack = attacks.find(({ id }) => id === 'overrun-by-a-friend')
    if (attack === undefined) throw new Error('overrun-by-a-friend')
    const name = (person: string) => async () =>
      (await runAttack(attack, {}, () => [{ detector: 'pairs', persons: [person] }])).ending
    expect([await name('f')(), await name('r1')()]).toEqual(['afterwards', 'unseen'])
  })

  it('is seen by the drawn check where a record of one who gained is drawn, and not where one of another is', async () => {
    const attack = attacks.find(({ id }) => id === 'overrun-by-a-friend')
    if (attack === undefined) throw new Error('overrun-by-a-friend')
    const draws = async (person: string) =>
      (await runAttack(attack, {}, () => [{ detector: 'drawn-check', persons: [person] }])).ending
    expect([await draws('a'), await draws('f')]).toEqual(['afterwards', 'unseen'])
  })

  it('is not held where only an honest officer vouched for the hours', async () => {
    expect(await find('merge-by-two-helpers')).toMatchObject({ ending: 'three-persons', flags: [] })
  })

  it('is named where it is gone, where more counts, and where fewer are needed', async () => {
    const line = await find('bought-patiently')
    const kept = keepLines([line])
    expect(listLower(kept, [])).toHaveLength(1)
    expect(listLower(kept, [{ ...line, points: line.points + 1 }])).toHaveLength(1)
    expect(listLower(kept, [{ ...line, persons: line.persons - 1 }])).toHaveLength(1)
    expect(listLower(kept, [{ ...line, minutes: line.minutes - 1, persons: line.persons + 1 }])).toEqual([])
  })

  it('stands among the endings, from the best to the worst', () => {
    expect(endings).toEqual(['refused', 'held', 'three-persons', 'afterwards', 'unseen'])
  })
})
