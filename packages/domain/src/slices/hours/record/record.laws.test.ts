import { describe, expect, it } from 'vitest'
import { evolveIsTotal, holdsAlways, repeatsSayNothingNew, survivesStorage } from '@zhiyuan/testing'
import type { Interval } from '../../../vocabulary/values.ts'
import { people, timer } from '../../../fixtures/people.ts'
import { scene as sceneOfWorld, world } from '../../../fixtures/world.ts'
import { merged } from '../../people/humans/humans.fixture.ts'
import { record, type RecordEvent, type RecordState } from './index.ts'
import {
  instant,
  attended,
  backfill,
  commands,
  correctionRequested,
  held,
  interval,
  orderO1,
  pasts,
  reason,
  submitted,
  verified,
} from './record.fixture.ts'

const scene = { ...sceneOfWorld, now: instant('05-02 01:00'), actor: people.approverV2 }
/** Registration a is the same human, and has a record that counts. */
const theirs = [
  submitted('A1', { volunteer: 'a', segments: [interval('04-29 09:00', '04-29 10:00')] }),
  { ...verified('A1'), volunteer: 'a' },
]
/** R2 overlaps R1 and is held for it. R3 overlaps a counting record of a, and is not held. */
const past = [
  submitted('R1'),
  submitted('R2', { segments: [interval('04-29 06:30', '04-29 07:30')] }),
  held('R2', 'overlap:e:R1:0', { kind: 'overlap', because: [{ volunteer: 'e', recordId: 'R1' }] }),
  submitted('R3', { grade: 'system', recorder: null, segments: [interval('04-29 08:30', '04-29 09:30')] }),
]
const setting = { world: { ...world, ...merged(['a', 'e']), 'record-a': theirs }, scene, past }

type Who = (typeof people)[keyof typeof people] | typeof timer
const k2AsApprover = { ...people.approverV2, person: 'k2' }
const about = (recordId: string, actor: Who | typeof k2AsApprover, ...list: ReadonlyArray<object>) =>
  list.map((command) => ({ command: { ...command, recordId } as never, actor }))
const times = (start: string, end: string, minutes: number) => ({ segments: [interval(start, end)], minutes })
const { ClearHold, HoldRecord, CorrectRecord, ResubmitRecord } = commands

/** Commands about the records by people who may send them, in any order. */
const known = [
  ...['R1', 'R2', 'R3'].flatMap((recordId) => [
    ...about(recordId, people.approverV2, commands.VerifyRecord, commands.SuspendRecord, commands.ReinstateRecord),
    ...about(recordId, people.approverC, commands.VoidRecord, { ...commands.SuspendRecord, reason: reason('more') }),
    ...about(recordId, k2AsApprover, commands.VerifyRecord, ClearHold),
    ...about(recordId, timer, HoldRecord),
  ]),
  ...about(
    'R2',
    people.approverV2,
    { ...ClearHold, holdId: 'overlap:e:R1:0' },
    { ...ClearHold, holdId: 'two-places:late' },
  ),
  ...about(
    'R1',
    people.approverV2,
    { ...ClearHold, holdId: 'two-places:late' },
    commands.ReturnRecord,
    commands.RejectRecord,
  ),
  ...about('R1', people.recorderV2, { ...ResubmitRecord, ...times('04-29 06:40', '04-29 07:20', 40) }),
  ...about('R1', people.e, commands.RequestCorrection, { ...commands.RequestCorrection, correctionId: 'fix-2' }),
  ...about('R1', people.approverC, { ...commands.RequestCorrection, correctionId: 'fix-3' }),
  ...about(
    'R1',
    people.approverV2,
    { ...CorrectRecord, ...times('04-29 06:00', '04-29 07:20', 80) },
    { ...CorrectRecord, correctionId: 'fix-3', ...times('04-29 06:00', '04-29 07:20', 80) },
    commands.UpholdRecord,
  ),
  ...about('R1', people.approverC, {
    ...CorrectRecord,
    correctionId: 'fix-2',
    ...times('04-29 06:10', '04-29 06:30', 20),
  }),
]
const tries = { known }

const share = (one: Interval, two: Interval): boolean => one.start < two.end && two.start < one.end
const isCounting = (status: string): boolean => status === 'verified' || status === 'correction-requested'
const countingSegments = (state: RecordState): ReadonlyArray<Interval> => [
  ...[...state.records.values()].filter(({ status }) => isCounting(status)).flatMap(({ segments }) => segments),
  ...(theirs[0]?.['segments'] as ReadonlyArray<Interval>),
]
const noMinuteTwice = (state: RecordState): void => {
  const all = countingSegments(state)
  const twice = all.some((one, index) => all.slice(index + 1).some((two) => share(one, two)))
  expect(twice, 'two verified intervals overlap').toBe(false)
}
/**
 * What read models add up: verified and reinstated minutes are added, corrections add the difference, suspended ones are taken out, voided
 * ones already are.
 */
const minutesByEvent = (event: RecordEvent): number => {
  const { type } = event
  if (type === 'RecordVerified' || type === 'RecordReinstated') return event.minutes
  if (type === 'RecordCorrected') return event.minutes - event.before.minutes
  return type === 'RecordSuspended' ? -1 * event.minutes : 0
}
const minutesByEvents = (events: ReadonlyArray<RecordEvent>): number =>
  events.reduce((sum, event) => sum + minutesByEvent(event), 0)

describe('the laws of service records', () => {
  it('H5: no minute counts twice under any commands, also over two registrations', () => {
    holdsAlways(record, setting, tries, noMinuteTwice)
  })
  it('H9: what events say adds up to what counts', () => {
    holdsAlways(record, setting, tries, (state, events) => {
      const counting = [...state.records.values()].filter(({ status }) => isCounting(status))
      expect(minutesByEvents(events)).toBe(counting.reduce((sum, { minutes }) => sum + minutes, 0))
    })
  })
  it('H9: voided and rejected are final; a grade only ever falls to manual', () => {
    holdsAlways(record, setting, tries, ({ records }, events) => {
      for (const { recordId, status, grade, submitted: first } of records.values()) {
        const ended = events.find(
          (event) => (event.type === 'RecordVoided' || event.type === 'RecordRejected') && event.recordId === recordId,
        )
        if (ended !== undefined) expect(status).toBe(ended.type === 'RecordVoided' ? 'voided' : 'rejected')
        expect([first.grade, 'manual']).toContain(grade)
      }
    })
  })
  it('H7: a person who lets a record count neither entered it nor is credited by it', () => {
    holdsAlways(record, setting, tries, ({ records }) => {
      for (const { approver, entries, volunteer, holds } of records.values())
        for (const person of [approver, ...holds.map(({ cleared }) => cleared?.by ?? null)]) {
          expect(entries.map((entry) => entry.by)).not.toContain(person ?? 'no one')
          expect(person).not.toBe(volunteer)
        }
    })
  })
  it('H9: revisions rise by one with each change of standing', () => {
    holdsAlways(record, setting, tries, ({ records }, events) => {
      for (const { recordId, revision } of records.values()) {
        const said = events.flatMap((event) =>
          'revision' in event && event.recordId === recordId ? [event.revision as number] : [],
        )
        expect(said).toEqual(said.map((_, index) => index))
        expect(revision).toBe(Math.max(said.length - 1, 0))
      }
    })
  })
  it('H11: a repeat of the last command or an older one is a no-op', () => {
    const step = (actor: Who, command: object) => ({ command: command as never, actor })
    const script = (recordId: string, ...steps: ReadonlyArray<readonly [Who, object]>) =>
      steps.map(([actor, command]) => step(actor, { ...command, recordId }))
    const fresh = { world: { ...setting.world, ...orderO1 }, scene }
    repeatsSayNothingNew(
      record,
      fresh,
      script(
        'R1',
        [people.recorderV2, backfill('R1', 'e', '04-29 06:10', '04-29 06:50', 40)],
        [timer, HoldRecord],
        [people.approverV2, { ...ClearHold, holdId: 'two-places:late' }],
        [people.approverV2, commands.ReturnRecord],
        [people.recorderV2, { ...ResubmitRecord, ...times('04-29 06:10', '04-29 06:40', 30) }],
        [people.approverV2, commands.VerifyRecord],
        [people.e, commands.RequestCorrection],
        [people.approverV2, { ...CorrectRecord, ...times('04-29 06:10', '04-29 06:30', 20) }],
        [people.approverC, commands.SuspendRecord],
        [people.approverC, commands.ReinstateRecord],
        [people.approverC, { ...commands.SuspendRecord, reason: reason('more') }],
        [people.approverC, commands.VoidRecord],
      ),
    )
    repeatsSayNothingNew(
      record,
      fresh,
      script(
        'R2',
        [timer, attended('R2', 'e', '04-29 10:00', '04-29 11:00', 60)],
        [people.approverV2, commands.ReturnRecord],
        [people.recorderV2, commands.WithdrawRecord],
      ),
    )
    repeatsSayNothingNew(record, fresh, [step(timer, commands.RecheckOverlaps)])
  })
  it('an event survives storage', () => {
    survivesStorage(record)
  })
  it('evolve is total', () => {
    evolveIsTotal(record, [...Object.values(pasts), [submitted('R5'), correctionRequested('R5')]], {
      RecordId: ['R5'],
      PersonId: ['e', 'a'],
    })
  })
})
