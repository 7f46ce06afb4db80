import { describe, it } from 'vitest'
import { stage } from '@zhiyuan/testing'
import { people, timer } from '../../../fixtures/people.ts'
import { scene, world } from '../../../fixtures/world.ts'
import { record } from './index.ts'
import { commands, correctionRequested, held, instant, reason, submitted, verified } from './record.fixture.ts'
import { objected, objectionOverdue } from './record.objection.fixture.ts'

const hold = held('R5', 'objection:e', { kind: 'objection' })
const due = instant('05-18 16:00')
const open = [submitted('R5'), { ...objected, objectedAt: instant('05-01 01:00'), answerBy: due }, hold] as const
const note = { ...objectionOverdue, answerBy: due } as never
const given = stage(record, world, { ...scene, now: due, actor: timer })
const answer = { ...commands.ClearHold, holdId: 'objection:e' }

describe('an objection that no one answers', () => {
  it('H22: is overdue when the 10th working day has ended, and once', () => {
    given(...open)
      .at('2020-05-18T15:59:59.999Z')
      .when(note)
      .isRefused({ type: 'NotYetDue', dueAt: due })
    const overdue = given(...open).when(note)
    overdue.emits({ type: 'ObjectionOverdue', holdId: 'objection:e', correctionId: null, answerBy: due })
    given(...open, ...overdue.events())
      .when(note)
      .isSilent()
    given(...open)
      .by(people.approverV2)
      .when(note)
      .isRefused({ type: 'OnlyAProcess' })
  })

  it('H22: the honest twin, answered in its term, is never overdue', () => {
    const cleared = given(...open)
      .by(people.approverV2)
      .at('2020-05-18T15:59:59.999Z')
      .when(answer)
      .events()
    given(...open, ...cleared)
      .when(note)
      .isSilent()
  })

  it('H22: that is overdue may still be answered, and a record that was rejected meanwhile asks no one', () => {
    const overdue = given(...open)
      .when(note)
      .events()
    given(...open, ...overdue)
      .by(people.approverV2)
      .when(answer)
      .emits({ type: 'HoldCleared' })
    given(...open, { type: 'RecordRejected', ...makeEnd() } as never)
      .when(note)
      .isSilent()
  })

  it('H22: a correction that no one answers is overdue too', () => {
    const asked = [submitted('R5'), verified('R5'), correctionRequested('R5')] as const
    given(...asked)
      .when(commands.NoteObjectionOverdue)
      .emits({ type: 'ObjectionOverdue', holdId: null, correctionId: 'fix-1' })
    const upheld = given(...asked)
      .by(people.approverV2)
      .when(commands.UpholdRecord)
      .events()
    given(...asked, ...upheld)
      .when(commands.NoteObjectionOverdue)
      .isSilent()
  })
})

const makeEnd = () => {
  const { volunteer, recordId } = commands.RejectRecord as never as { volunteer: string; recordId: string }
  return {
    volunteer,
    recordId,
    bodyId: '131081105201',
    day: '2020-04-29',
    grade: 'manual',
    source: { type: 'session', sessionId: 'S' },
    by: 'q2',
    reason: reason('not-there'),
  }
}
