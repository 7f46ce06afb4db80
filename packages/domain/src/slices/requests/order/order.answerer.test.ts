/** Who answers a request for a later due date: each role at each unit, wherever the order and the units have gone since (O27, G8). */
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import type { Typed } from '@zhiyuan/kernel'
import { attemptDecider, replayPast } from '@zhiyuan/testing'
import { people, units, type Sender } from '../../../fixtures/people.ts'
import { scene, unitEvents, world } from '../../../fixtures/world.ts'
import { roles } from '../../../vocabulary/values.ts'
import { order } from './index.ts'
import {
  escalated,
  escalatedToCity,
  extensionAsked,
  needKnown,
  placed,
  returned,
  transferred,
  type Told,
} from './order.fixture.ts'

const { C, T1, V1, T2, V2 } = units
const everywhere = [C, T1, V1, T2, V2, 'V3', 'nowhere']
const officers = [roles.clerk, roles.dispatcher, roles.assessor]
const byHand = { ...escalated, automatic: false }
const askedAbove = { ...extensionAsked, handler: T1, asker: T1 }
const moved = { type: 'UnitMoved', unitId: V1, parent: T2 }

interface Course {
  readonly says: string
  readonly past: ReadonlyArray<Told>
  readonly tree?: ReadonlyArray<Typed>
  /** Where an officer answers alone. */
  readonly answer: ReadonlyArray<string>
}
const courses: ReadonlyArray<Course> = [
  { says: 'the order is where it was asked', past: [placed, extensionAsked], answer: [T1, C] },
  { says: 'escalated by hand', past: [placed, extensionAsked, byHand], answer: [C] },
  { says: 'escalated by the timer', past: [placed, extensionAsked, escalated], answer: [C] },
  { says: 'escalated to the city', past: [placed, extensionAsked, escalated, escalatedToCity], answer: [] },
  { says: 'returned', past: [placed, extensionAsked, escalated, returned], answer: [T1, C] },
  { says: 'transferred to another township', past: [placed, extensionAsked, transferred], answer: [C] },
  {
    says: 'asked above and transferred down',
    past: [placed, escalated, askedAbove, { ...transferred, from: T1, to: V1 }],
    answer: [C],
  },
  { says: 'the unit was moved', past: [placed, extensionAsked], tree: [moved], answer: [T2, C] },
  {
    says: 'escalated, and the unit was moved',
    past: [placed, extensionAsked, escalated],
    tree: [moved],
    answer: [C],
  },
]

/** The answers to a grant, the acting people being strangers to the case. */
const send = ({ past, tree = [] }: Course, senders: ReadonlyArray<Sender>) => {
  const streams = { ...world, ...needKnown, 'units-131081': [...unitEvents, ...tree] }
  const setting = { world: streams, past: [...past], scene: { ...scene, now: '2020-04-22T10:00:00.000Z' } }
  const decide = attemptDecider(order, { ...setting, scene: { ...setting.scene, actor: people.r1 } })
  const state: unknown = replayPast(order, { ...setting, scene: { ...setting.scene, actor: people.r1 } })
  return senders.map((actor) => {
    const command = { type: 'AnswerExtension', orderId: 'O1', round: 1, grant: true }
    const answer = decide(state as never, { command: command as never, actor })
    return E.isRight(answer) ? null : (answer.left as Typed).type
  })
}
const strangers: ReadonlyArray<Sender> = Object.values(roles).flatMap((role) =>
  everywhere.map((unit) => ({ ...people.r1, person: 'zz', role, unit })),
)
const refusals = ['NotAuthorised', 'OutsideJurisdiction', 'NotTheUnitAbove']

describe.each(courses)('$says', (course) => {
  it('O27, G4, G8: a stranger answers in the offices above the one that asked and the handler, and nowhere else', () => {
    const answers = send(course, strangers)
    const granted = strangers.filter((_one, n) => answers[n] === null).map(({ role, unit }) => `${role} at ${unit}`)
    const expected = officers.flatMap((role) => course.answer.map((unit) => `${role} at ${unit}`))
    expect(granted.toSorted()).toEqual(expected.toSorted())
    expect(answers.filter((one) => one !== null && !refusals.includes(one))).toEqual([])
  })
  it('O27: the requester’s side answers from anywhere; the leader and a member of a team do not', () => {
    const { r1, f1, b, a } = people
    expect(send(course, [r1, f1])).toEqual([null, null])
    for (const answer of send(course, [b, a])) expect(refusals).toContain(answer)
  })
})
