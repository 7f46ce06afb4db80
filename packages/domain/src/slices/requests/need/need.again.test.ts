import { describe, it } from 'vitest'
import { stage } from '@zhiyuan/testing'
import { people, timer } from '../../../fixtures/people.ts'
import { scene, world } from '../../../fixtures/world.ts'
import { need } from './index.ts'
import {
  clock,
  informationRequested,
  needPasts,
  noRisk,
  olderNeed,
  reason,
  needKeys,
  submitted,
  textRef,
  makeEvent,
} from './need.fixture.ts'

const given = stage(need, world, { ...scene, now: '2020-04-20T04:00:00.000Z', actor: people.clerkV1 })
const n1 = { needId: 'N1' } as const
const approve = { type: 'ApproveNeed', ...n1, serviceClass: 'special-group', risks: null } as const
const reject = { type: 'RejectNeed', ...n1, reason: reason('unlawful') } as const
const refer = { type: 'ReferNeed', ...n1, receiver: '12345', reason: reason('municipal') } as const
const merge = { type: 'MergeNeed', ...n1, into: 'N0' } as const
const { Approved, Rejected, Referred, Merged, InfoRequested } = needPasts

describe('an answer that was given', () => {
  it.each([
    ['Approved', approve, { risks: noRisk }],
    ['Approved', approve, { serviceClass: 'individual' }],
    ['Rejected', reject, { reason: reason('not-feasible') }],
    ['Referred', refer, { receiver: '12350' }],
    ['Referred', refer, { reason: reason('not-feasible') }],
    ['Merged', merge, { into: 'N9' }],
  ] as const)('N2: is silent when it is given again, and refused with other words: %s', (state, command, other) => {
    given(...needPasts[state])
      .when(command)
      .isSilent()
    given(...needPasts[state])
      .when({ ...command, ...other })
      .isRefused({ type: 'CommandNotAllowed', state, command: command.type })
  })
  it('N2: is refused after another one', () => {
    for (const past of [Approved, Rejected, Referred, Merged])
      given(...past)
        .when({ type: 'RequestInformation', ...n1, question: textRef('a001') })
        .isRefused({ type: 'CommandNotAllowed', command: 'RequestInformation' })
  })
})

describe('a question', () => {
  const supplied = makeEvent({ type: 'InformationSupplied', ...needKeys, answer: textRef('b001'), ...clock })
  const ask = (id: string) => ({ type: 'RequestInformation', ...n1, question: textRef(id) }) as const
  const supply = (id: string) => ({ type: 'SupplyInformation', ...n1, answer: textRef(id) }) as const
  const answered = given(...InfoRequested, supplied)

  it('N2: is an answer: a need withdrawn after it does not count as unanswered', () => {
    answered
      .by(people.r1)
      .when({ type: 'WithdrawNeed', ...n1, reason: 'not-needed' })
      .emits({ type: 'NeedWithdrawn', unanswered: false })
  })
  it('N7: is asked once; other content is another question', () => {
    answered.when(ask('a001')).isSilent()
    answered.when(ask('a002')).emits({ type: 'InformationRequested', question: textRef('a002') })
  })
  it('N7: is answered once; another question has another answer', () => {
    const again = answered.and(makeEvent({ ...informationRequested, question: textRef('a002') }))
    again.when(supply('b001')).isSilent()
    again.when(supply('b002')).emits({ type: 'InformationSupplied', answer: textRef('b002') })
  })
  it('N5: leaves an older need open for its duplicates', () => {
    const asked = makeEvent({ ...informationRequested, needId: 'N0' })
    given(submitted)
      .knowing({ 'need-N0': [...olderNeed, asked] })
      .when(merge)
      .emits({ type: 'NeedMerged', into: 'N0' })
  })
  it('N2: starts the answer clock anew when it is answered; the clock of before has ended', () => {
    const note = (dueAt: string) => ({ type: 'NoteAnswerOverdue', ...n1, dueAt }) as const
    const later = answered.by(timer).at('2020-04-22T00:00:00.000Z')
    later.when(note(submitted.answerDueAt)).isSilent()
    later.when(note(clock.answerDueAt)).emits({ type: 'AnswerOverdue', dueAt: clock.answerDueAt })
    given(submitted).by(timer).at('2020-04-22T00:00:00.000Z').when(note('2020-04-21T00:00:00.000Z')).isSilent()
  })
})
