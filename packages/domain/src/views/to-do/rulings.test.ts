/** Each ruling of two is decided by what its item says, and the reason of the person who decides (G8). */
import { describe, expect, it } from 'vitest'
import type { Typed } from '@zhiyuan/kernel'
import { buildLog, foldRows, type Line } from '@zhiyuan/testing'
import { people, units } from '../../fixtures/people.ts'
import { nameRuling, parseRuling, proposal, type RulingId } from '../../slices/organisation/proposal/index.ts'
import { toDo } from './project.ts'
import { day } from './to-do.events.fixture.ts'

const reason = { code: 'seen', text: null }
const proposed = (rulingId: RulingId, by = 's') =>
  ({
    type: 'RulingProposed',
    rulingId,
    reason,
    by,
    post: 'star-authority',
    unitId: units.C,
    proposedAt: day(20),
  }) as const
const showItem = (...events: ReadonlyArray<object>) => {
  const lines = events.map((event, n): Line => ({ at: day(20 + n), by: people.h1, event: event as Line['event'] }))
  return [...foldRows(toDo, buildLog([proposal], lines)).values()][0]
}
const record = { volunteer: 'p-wang', recordId: 'o.O1.1.again-1' }
const start = '2020-04-29T06:10:00.000Z'
const middle = '2020-04-29T07:00:00.000Z'
const segments = [
  { start, end: '2020-04-29T06:40:00.000Z' },
  { start: middle, end: '2020-04-29T07:30:30.000Z' },
]
const times = segments.flatMap((one) => [one.start, one.end]).map((at) => Date.parse(at).toString(36))

describe('the item of a ruling of two', () => {
  it.each<[Parameters<typeof nameRuling>, Typed & Record<string, unknown>]>([
    [
      ['ExcuseAbsence', 'o.O_1.2', 'a'],
      { type: 'ExcuseAbsence', occasion: { type: 'order', orderId: 'O_1', round: 2 }, volunteer: 'a' },
    ],
    [
      ['ExcuseAbsence', 's.S', 'a'],
      { type: 'ExcuseAbsence', occasion: { type: 'session', sessionId: 'S' }, volunteer: 'a' },
    ],
    [
      ['FollowUpOrder', 'O1', 1, 'partly'],
      { type: 'FollowUpOrder', orderId: 'O1', round: 1, verdict: 'partly', comment: null },
    ],
    [['AnswerExtension', 'O1', 1, 'refuse'], { type: 'AnswerExtension', orderId: 'O1', round: 1, grant: false }],
    [
      ['ClearHold', record.volunteer, record.recordId, 'overlap:b:R.1:0'],
      { type: 'ClearHold', ...record, holdId: 'overlap:b:R.1:0' },
    ],
    [['VerifyRecord', record.volunteer, record.recordId, 2], { type: 'VerifyRecord', ...record }],
    [['ReinstateRecord', record.volunteer, record.recordId, 1], { type: 'ReinstateRecord', ...record }],
    [['ApproveSheet', 'L1', 1], { type: 'ApproveSheet', sheetId: 'L1' }],
    [['RuleBurst', 's.S', 1, 'none'], { type: 'RuleBurst', burstId: 's.S', number: 1, verdict: 'none' }],
    [
      ['CorrectRecord', record.volunteer, record.recordId, 'fix-1', ...times],
      { type: 'CorrectRecord', ...record, correctionId: 'fix-1', segments, minutes: 60 },
    ],
    [
      ['UpholdRecord', record.volunteer, record.recordId, 'fix-1'],
      { type: 'UpholdRecord', ...record, correctionId: 'fix-1' },
    ],
  ])('G8: names the command of %j, who proposed it, why and when', (named, command) => {
    const rulingId = nameRuling(...named)
    expect(showItem(proposed(rulingId), proposed(rulingId, 'admin'))?.details).toEqual({
      command,
      proposals: ['s', 'admin'].map((by) => ({ by, post: 'star-authority', reason, proposedAt: day(20) })),
    })
    const made = { type: 'RulingMade', rulingId, proposedBy: 's', decidedBy: 'm', unitId: units.C, madeAt: day(22) }
    expect(showItem(proposed(rulingId), made)).toMatchObject({ waits: null, details: {} })
  })

  it('G8: names no command for an id that no refusal has named, or that was cut; two long ones differ', () => {
    for (const made of [
      'ClearHold.c',
      'Anything.at.all',
      'ExcuseAbsence.no.a',
      'FollowUpOrder.O1.x.solved',
      'CorrectRecord.a.R.c.-.-zzzzzzzzzzzzzzz',
    ])
      expect(showItem(proposed(made as RulingId))?.details).not.toHaveProperty('command')
    const [one, other] = ['a', 'b'].map((last) => nameRuling('ClearHold', 'c', 'R1', `${'x'.repeat(250)}${last}`))
    expect(one).not.toBe(other)
    expect(one?.length).toBe(200)
    expect(parseRuling(one as RulingId)).toBeNull()
  })
})
