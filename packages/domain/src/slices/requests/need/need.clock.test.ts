/** The answer clock has an end: the office does not renew it by itself (N2). */
import { describe, it } from 'vitest'
import { stage } from '@zhiyuan/testing'
import { people, timer } from '../../../fixtures/people.ts'
import { scene, world } from '../../../fixtures/world.ts'
import { merged as mergedPeople } from '../../people/humans/humans.fixture.ts'
import { need } from './index.ts'
import { informationRequested, makeEvent, merged, needKeys, submitted, textRef } from './need.fixture.ts'

/** Asked or merged an hour after it was recorded: 23 hours are left. */
const given = stage(need, world, { ...scene, now: '2020-04-23T02:00:00.000Z', actor: people.clerkV1 })
const { clerkV1, f1, h1, r1 } = people
const colleague = { ...clerkV1, person: 'k9' }
const left = '2020-04-24T01:00:00.000Z'
const anew = '2020-04-24T02:00:00.000Z'
const supply = { type: 'SupplyInformation', needId: 'N1', answer: textRef('b001') } as const
const asked = given(submitted, informationRequested)

describe('an answer to a question', () => {
  it('N2: that the clerk who asked writes down lets the clock go on with what was left of it', () => {
    asked.when(supply).emits({ type: 'InformationSupplied', answerDueAt: left })
    asked
      .knowing(mergedPeople(['k1', 'k9']))
      .by(colleague)
      .when(supply)
      .emits({ type: 'InformationSupplied', answerDueAt: left })
  })
  it('N2: of the requester’s side, the proxy or another clerk starts it anew', () => {
    for (const by of [r1, f1, h1, colleague])
      asked.by(by).when(supply).emits({ type: 'InformationSupplied', answerDueAt: anew })
  })
  it('N2: a clerk who typed the need and asked about it wins no time either', () => {
    const typed = makeEvent({ ...submitted, proxy: { person: 'k1', kind: 'station-clerk' } })
    given(typed, informationRequested).when(supply).emits({ type: 'InformationSupplied', answerDueAt: left })
  })
  it('N2: where the clock had ended before the question, it has ended', () => {
    const late = makeEvent({ ...informationRequested, stoppedAt: '2020-04-22T01:00:00.000Z' })
    given(submitted, late).when(supply).emits({ type: 'InformationSupplied', answerDueAt: submitted.answerDueAt })
  })
})

describe('a merge that is undone', () => {
  const unmerge = { type: 'UnmergeNeed', needId: 'N1', reason: { code: 'not-the-same', text: null } } as const
  const unmerged = makeEvent({
    type: 'NeedUnmerged',
    ...needKeys,
    survivor: 'N0',
    reason: unmerge.reason,
    answerDueAt: left,
    assumed: false,
    policyVersion: 'TEST-1',
  })

  it('N2, N5: lets the clock go on with what was left of it, however often it is undone', () => {
    given(submitted, merged).when(unmerge).emits({ type: 'NeedUnmerged', answerDueAt: left })
    const again = makeEvent({ ...merged, stoppedAt: '2020-04-23T22:00:00.000Z' })
    given(submitted, merged, unmerged, again)
      .at('2020-05-06T00:00:00.000Z')
      .when(unmerge)
      .emits({ type: 'NeedUnmerged', answerDueAt: '2020-05-06T03:00:00.000Z' })
  })
  it('N2, N5: a clock that had ended is noted once', () => {
    const overdue = makeEvent({ type: 'AnswerOverdue', ...needKeys, dueAt: submitted.answerDueAt })
    const late = makeEvent({ ...merged, stoppedAt: '2020-04-22T01:00:00.000Z' })
    const undone = makeEvent({ ...unmerged, answerDueAt: submitted.answerDueAt })
    given(submitted, overdue, late).when(unmerge).emits({ type: 'NeedUnmerged', answerDueAt: submitted.answerDueAt })
    const note = { type: 'NoteAnswerOverdue', needId: 'N1', dueAt: submitted.answerDueAt } as const
    given(submitted, overdue, late, undone).by(timer).when(note).isSilent()
    given(submitted, late, undone).by(timer).when(note).emits({ type: 'AnswerOverdue' })
  })
  it('N5: one that returns because its survivor ended unserved has a new clock', () => {
    given(submitted, merged)
      .by(timer)
      .when({ type: 'ReturnMergedNeed', needId: 'N1', survivor: 'N0' })
      .emits({ type: 'MergedNeedReturned', answerDueAt: anew })
  })
})
