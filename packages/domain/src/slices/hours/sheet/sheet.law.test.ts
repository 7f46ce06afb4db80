import { expect, it } from 'vitest'
import * as fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { attemptDecider, replayPast } from '@zhiyuan/testing'
import { people, units } from '../../../fixtures/people.ts'
import { scene, unitEvents, world } from '../../../fixtures/world.ts'
import { sheet } from './index.ts'
import { entered, listNoted, sessionPublished } from './sheet.fixture.ts'

const ofS = { type: 'session', sessionId: 'S' }
const approvers = [
  people.approverV2,
  { ...people.approverV2, person: 'k2' },
  { ...people.approverV2, person: 'qt', unit: units.T2 },
  people.approverC,
]
const tellers = fc.constantFrom<string>('k1', 'kt', 'a', 'k2', 'c', 'e', 'qt', 'qc')
const counts = fc.array(
  fc.record({
    count: fc.constantFrom(1, 2, 3, 5, 9),
    by: tellers,
    caller: fc.option(tellers),
    day: fc.constantFrom('2020-04-29', '2020-04-29', '2020-04-29', '2020-04-28', '2020-04-30'),
  }),
  { maxLength: 3 },
)
const before = fc.option(fc.uniqueArray(fc.constantFrom('a', 'b', 'e'), { minLength: 1 }))
type Published = 'before' | 'at-the-start' | 'never' | 'called-off'
const published = fc.constantFrom<Published>('before', 'before', 'before', 'at-the-start', 'never', 'called-off')
type Told = typeof counts extends fc.Arbitrary<infer A> ? A : never

const tellSession = (when: Published): ReadonlyArray<object> => {
  const [first] = sessionPublished['session-S'] ?? []
  const announced = when === 'at-the-start' ? { ...first, publishedAt: '2020-04-29T06:00:00.000Z' } : first
  const calledOff = {
    type: 'SessionCancelled',
    sessionId: 'S',
    host: units.V2,
    by: 'k2',
    reason: { code: 'rain', text: null },
  }
  if (when === 'never' || announced === undefined) return []
  return when === 'called-off' ? [announced, calledOff] : [announced]
}

/** H14, told from the rule's words: the day's counts, the two hands of the sheet, the people who come first, and who had a part. */
const isAttested = (when: Published, told: Told, first: ReadonlyArray<string>, approver: string): boolean => {
  const ofDay = told.filter(({ day }) => day === '2020-04-29')
  const hands = ['c', 'k2']
  const byOthers = ofDay.filter(({ by, caller }) => !hands.includes(by) && !hands.includes(caller ?? by))
  const heads = new Set([...first, 'e', 'd']).size
  const withPart = ofDay.flatMap(({ by, caller }) => [by, caller ?? by])
  const above = ['qt', 'qc'].find((one) => !withPart.includes(one))
  return when === 'before' && byOthers.length > 0 && ofDay.every(({ count }) => heads <= count) && approver === above
}

it('H14: law: lines are attested exactly where the log knew, another hand counted, and the unit above approves', () => {
  const seen = { attested: 0, manual: 0, refused: 0 }
  fc.assert(
    fc.property(published, counts, before, fc.constantFrom(...approvers), (when, told, first, actor) => {
      const heads = told.map((one) => ({
        type: 'HeadCountTold',
        occasion: ofS,
        ...one,
        rollCallId: null,
        at: `${one.day}T07:00:00.000Z`,
      }))
      const earlier = first === null ? [] : [{ ...listNoted, listId: 'sheet.L0.1', people: first }]
      const setting = {
        world: {
          ...world,
          'units-131081': [
            ...unitEvents,
            { type: 'PostTaken', unitId: units.T2, post: 'approver', person: 'qt', office: null },
          ],
          'session-S': tellSession(when),
          'headcount-s.S': [...heads, ...earlier, listNoted],
        } as never,
        past: [entered],
        scene: { ...scene, actor, now: '2020-05-02T01:00:00.000Z' },
      }
      const outcome = attemptDecider(sheet, setting)(replayPast(sheet, setting), {
        command: { type: 'ApproveSheet', sheetId: 'L1' },
      })
      const [approved] = E.isRight(outcome) ? outcome.right : []
      const grade = approved?.type === 'SheetApproved' ? approved.grade : 'refused'
      seen[grade as keyof typeof seen] += 1
      expect(grade === 'attested').toBe(isAttested(when, told, first ?? [], actor.person))
      if (actor.person === 'k2') expect(grade).toBe('refused')
    }),
    { numRuns: 1500 },
  )
  expect(Math.min(...Object.values(seen))).toBeGreaterThan(5)
})
