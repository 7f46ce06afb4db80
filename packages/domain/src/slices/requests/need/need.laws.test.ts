import { describe, expect, it } from 'vitest'
import { evolveIsTotal, holdsAlways, repeatsSayNothingNew, survivesStorage } from '@zhiyuan/testing'
import { people, timer, units } from '../../../fixtures/people.ts'
import { scene, world } from '../../../fixtures/world.ts'
import { need, NeedCommand, type NeedEvent } from './index.ts'
import { asked, needPasts, needTrial, noRisk, reason, submitted, textRef } from './need.fixture.ts'

const { clerkV1, h1, r1 } = people
const setting = { world, scene: { ...scene, now: '2020-04-20T01:00:00.000Z', actor: clerkV1 } }
const n1 = { needId: 'N1' }
const instant = (now: string) => `2020-04-${now}:00.000Z`

/** A need about which a question is asked, and that is approved and withdrawn. */
const script = [
  { command: { type: 'SubmitNeed', ...asked }, actor: h1, now: instant('20T01:00') },
  {
    command: { type: 'NoteAnswerOverdue', ...n1, dueAt: submitted.answerDueAt },
    actor: timer,
    now: instant('21T01:01'),
  },
  { command: { type: 'RequestInformation', ...n1, question: textRef('a001') }, now: instant('21T02:00') },
  { command: { type: 'SupplyInformation', ...n1, answer: textRef('b001') }, actor: r1, now: instant('21T03:00') },
  {
    command: { type: 'NoteDuplicate', ...n1, duplicate: 'N2', requester: 'r2', contact: null, proxy: null },
    actor: timer,
    now: instant('21T03:30'),
  },
  { command: { type: 'ApproveNeed', ...n1, serviceClass: 'individual', risks: noRisk }, now: instant('21T04:00') },
  {
    command: { type: 'NoteNeedOrder', ...n1, orderId: 'O1', placedAt: units.V1 },
    actor: timer,
    now: instant('21T05:00'),
  },
  { command: { type: 'WithdrawNeed', ...n1, reason: 'not-needed' }, actor: r1, now: instant('21T06:00') },
] as const

describe('laws of a need', () => {
  it('events survive storage', () => survivesStorage(need))
  it('evolve is total', () => evolveIsTotal(need, Object.values(needPasts), { NeedId: ['N1'] }))
  it('repeats say nothing new, of the last command or an older one', () => repeatsSayNothingNew(need, setting, script))
  it.each([
    { command: { type: 'RejectNeed', ...n1, reason: reason('unlawful') } },
    { command: { type: 'ReferNeed', ...n1, receiver: '12345', reason: reason('municipal') } },
    { command: { type: 'MergeNeed', ...n1, into: 'N00' } },
  ] as const)('an answer repeated says nothing new: $command.type', (answer) => {
    const { knowing } = needTrial('Submitted', 'MergeNeed')
    repeatsSayNothingNew(need, { ...setting, world: { ...world, ...knowing } }, [
      { ...script[0] },
      { ...answer, now: instant('20T02:00') },
    ])
  })
  it('the fixtures are what the decider emits', () => {
    for (const past of Object.values(needPasts))
      for (const event of past) expect(need.event.decode(event)).toMatchObject({ _tag: 'Right' })
  })

  const types = NeedCommand.shape.kind === 'variants' ? Object.keys(NeedCommand.shape.members) : []
  const known = types.map((type) => {
    const { command, now, actor } = needTrial('Submitted', type as never)
    return { command, now, actor } as never
  })
  it('N2, N5: one answer at a time, never before the need, and only then orders', () => {
    const answers: ReadonlyArray<NeedEvent['type']> = ['NeedApproved', 'NeedRejected', 'NeedReferred', 'NeedMerged']
    const returns: ReadonlyArray<NeedEvent['type']> = ['NeedUnmerged', 'MergedNeedReturned']
    const instants = ['20T01:00', '20T04:00', '21T02:00', '27T02:00', '28T04:00'].map(instant)
    const pools = { NeedId: ['N1'], PersonId: ['r1', 'h1', 'f1', 'k1'], UnitId: [units.V1], OrderId: ['O1', 'O2'] }
    const tries = { pools, nows: instants, actors: [clerkV1, r1, timer], known: [...script, ...known] }
    holdsAlways(need, setting, tries, (state, events) => {
      const said = events.map(({ type }) => type)
      const answered = said.filter((type) => answers.includes(type) || returns.includes(type))
      // Another answer comes only after a merge has ended, or as the referral of an approved need.
      answered.slice(1).forEach((type, index) => {
        if (answers.includes(type) && !returns.includes(answered[index] ?? type))
          expect([answered[index], type]).toEqual(['NeedApproved', 'NeedReferred'])
      })
      expect(said.indexOf('NeedSubmitted')).toBe(0)
      expect(said.lastIndexOf('NeedSubmitted')).toBe(0)
      if (events.some((event) => event.type === 'NeedOrderNoted' && event.unwanted === null))
        expect(said).toContain('NeedApproved')
      const clocks = events.filter((event) => 'answerDueAt' in event)
      expect(said.filter((type) => type === 'AnswerOverdue').length).toBeLessThanOrEqual(clocks.length)
      // Nothing rests unanswered without a clock.
      if (state.type === 'Submitted') expect(clocks.at(-1)).toMatchObject({ answerDueAt: state.answerDueAt })
      const opened = state.type === 'None' ? null : state.submitted.recordedAt
      for (const event of events.slice(1)) expect(event).toMatchObject({ opened })
    })
  })
})
