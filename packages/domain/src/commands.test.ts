/** Every slice restores a command from the events of its decision. */
import { describe, expect, it } from 'vitest'
import type { Typed } from '@zhiyuan/kernel'
import { givesCommandsBack } from '@zhiyuan/testing'
import { test1 } from './presets/policies.ts'
import type { Trial } from './fixtures/lifecycle.ts'
import { people, timer, units } from './fixtures/people.ts'
import { allSlices, trialsBySlice, walks } from './fixtures/walks.ts'
import { scene, world } from './fixtures/world.ts'
import { calendar2020to2026 } from './slices/organisation/policy/presets/calendar.ts'
import {
  instant,
  commands,
  held as heldRecord,
  submitted as record,
  suspended,
  verified,
} from './slices/hours/record/record.fixture.ts'
import { entry, notePresence, noteSeat, seatNoted } from './slices/attendance/diary/diary.fixture.ts'
import { credit, credited } from './slices/recognition/points/points.fixture.ts'
import { toGranted } from './slices/recognition/star/star.fixture.ts'
import { mergeEvents, merged, mergeProposed, splitProposed } from './slices/people/humans/humans.fixture.ts'
import { noteVouching, seeVouching, vouched } from './slices/hours/watch/watch.fixture.ts'
import { dropList, note, noteList, planned, tell, told } from './slices/attendance/head-count/head-count.fixture.ts'
import { noRisk } from './slices/requests/need/need.fixture.ts'
import { placed } from './slices/requests/order/order.fixture.ts'

const { now } = scene
type Words = Typed & Readonly<Record<string, unknown>>
const byAdmin = (command: Words, past: ReadonlyArray<Typed> = []): Trial<Typed> => ({
  past,
  command,
  now,
  actor: people.admin,
})
/** By a holder of the post (0031). */
const byApprover = (command: Words, past: ReadonlyArray<Typed>): Trial<Typed> => ({
  ...byAdmin(command, past),
  actor: people.approverC,
})
const hurry = { unitId: units.V2, person: 'q2', at: now }
const byTimer = (past: ReadonlyArray<Typed>, command: Words): Trial<Typed> => ({ past, command, now, actor: timer })
/** e and a are one human. */
const recheck = (past: ReadonlyArray<Typed>, theirs: ReadonlyArray<Typed>): Trial<Typed> => ({
  ...byTimer(past, commands.RecheckOverlaps),
  knowing: { ...merged(['a', 'e']), 'record-a': theirs },
})
/** A hold of R5 for another registration's record. */
const heldFor = (volunteer: string): Words =>
  heldRecord('R5', 'overlap:a:R5:0', { kind: 'overlap', because: [{ volunteer, recordId: 'R5' }] })
const population = {
  unitId: units.T1,
  heads: 20,
  referenceDate: '2019-12-31',
  publishedAt: '2020-03-01T00:00:00.000Z',
  source: 'synthetic',
  synthetic: true,
}
const list = { rosterId: 'r1', bodyId: 'school', area: units.T1, effectiveFrom: '2020-04-01', source: 'synthetic' }
const proposeRuling: Words = { type: 'ProposeRuling', rulingId: 'ClearHold.c.R6', reason: { code: 'seen', text: null } }
const rulingProposed: Words = {
  ...proposeRuling,
  type: 'RulingProposed',
  by: 'qc',
  post: 'approver',
  unitId: units.C,
  proposedAt: now,
}
const ruled = { rulingId: 'ClearHold.c.R6', decidedBy: 'm', unitId: units.C, madeAt: now }
/** A moment before the calendar of the year was adopted, which moves the instant of the timer. */
const dueByNoCalendar = '2020-04-29T16:00:00.000Z'
const placedWithoutCalendar: Words = { ...placed, serviceDueAt: dueByNoCalendar, assumed: true }
const noteServiceDue: Words = { type: 'NoteServiceDue', orderId: 'O1', round: 1, dueAt: dueByNoCalendar }

/** Commands for which no lifecycle table has a trial. */
const besideTables: Readonly<Record<string, ReadonlyArray<Trial<Typed>>>> = {
  ledger: [byAdmin({ type: 'FoundLedger', log: 'test', ledgerId: 'L1' })],
  policy: [
    byAdmin({ type: 'AdoptPolicy', ...test1 }),
    ...calendar2020to2026.map((year) => byAdmin({ type: 'AdoptCalendarYear', ...year })),
    byAdmin({ type: 'PublishPopulation', ...population }),
  ],
  humans: [
    byAdmin({ type: 'ProposeMerge', person: 'a', survivor: 'c' }),
    { ...byAdmin({ type: 'MergeRegistrations', person: 'a', survivor: 'c' }), past: [mergeProposed('a', 'c')] },
    {
      ...byAdmin({ type: 'MergeRegistrations', person: 'b', survivor: 'c' }),
      past: [...mergeEvents(['b', 'a']), mergeProposed('b', 'c')],
    },
    { ...byAdmin({ type: 'ProposeSplit', person: 'b', others: [] }), past: mergeEvents(['b', 'a']) },
    {
      ...byAdmin({
        type: 'SplitRegistrations',
        person: 'b',
        others: ['e'],
        reason: { code: 'two-people', text: null },
      }),
      past: [...mergeEvents(['b', 'a'], ['e', 'a']), splitProposed('b', 'e')],
    },
  ],
  roster: [byAdmin({ type: 'AdoptRoster', ...list, heads: ['a', 'x'] })],
  diary: [
    byTimer([], noteSeat('O1')),
    byTimer([seatNoted('O1')], noteSeat('O2')),
    byTimer([seatNoted('O1')], { type: 'DropSeat', ...entry('O1') }),
    byTimer([], notePresence('O1', { from: '01:00', to: null })),
    byTimer([seatNoted('O1'), seatNoted('O2')], { type: 'CompareDiary', volunteer: 'a' }),
    byTimer([], { type: 'NoteBulkConfirmation', ...entry('O1'), attempt: 0, unit: 'V1' }),
  ],
  proposal: [
    {
      past: [],
      command: proposeRuling,
      now,
      actor: people.approverC,
    },
    byTimer([rulingProposed], { type: 'NoteRuling', ...ruled }),
  ],
  record: [
    recheck([record('R5'), verified('R5')], [record('R5', { volunteer: 'a' })]),
    recheck([record('R5')], [record('R5', { volunteer: 'a', recordedAt: instant('04-29 23:00') })]),
    recheck([record('R5')], [record('R5', { volunteer: 'a', recordedAt: instant('04-30 02:00') })]),
    byTimer([record('R5'), heldFor('a')], { type: 'LiftHolds', volunteer: 'e' }),
    byTimer([record('R5'), verified('R5'), heldFor('a'), suspended('R5', null)], { type: 'LiftHolds', volunteer: 'e' }),
  ],
  points: [
    byTimer([credited('R8')], credit('R8', { revision: 1, minutes: 60 })),
    byTimer([credited('R8')], credit('R8', { revision: 1, minutes: 245 })),
  ],
  star: [
    {
      ...byTimer([], { type: 'ReexamineStar', volunteer: 'b', tell: true }),
      knowing: { ...merged(['e', 'b']), 'star-e': toGranted().map((event) => ({ ...event, volunteer: 'e' })) },
    },
  ],
  watch: [
    byTimer([], { type: 'NoteHurry', ...hurry, acts: 21 }),
    byApprover({ type: 'SeeHurry', ...hurry, reason: { code: 'seen', text: null } }, [
      { type: 'RulingsHurried', ...hurry, acts: 21 } as Words,
    ]),
    byTimer([], noteVouching),
    byApprover(seeVouching, [vouched]),
  ],
  headcount: [
    { past: [], knowing: planned, command: tell, now: told.at, actor: people.r1 },
    { past: [], knowing: planned, command: note, now: told.at, actor: timer },
    byTimer([], noteList),
    byTimer([], dropList),
  ],
  order: [
    {
      past: [placedWithoutCalendar],
      command: noteServiceDue,
      now: dueByNoCalendar,
      actor: timer,
    },
  ],
}

/** Of a need without known risks, so that the command may state that none were seen. */
const withoutRisks = ({ past, ...trial }: Trial<Typed>): Trial<Typed> => ({
  ...trial,
  past: past.map((event) => (event.type === 'OrderPlaced' ? { ...event, risks: noRisk } : event)),
})

const fromTable = (name: string): ReadonlyArray<Trial<Typed>> =>
  walks
    .filter((walk) => walk.name === name)
    .flatMap(({ lifecycle }) => lifecycle.table.transitions)
    .flatMap(({ from, command }) => trialsBySlice[name as keyof typeof trialsBySlice]?.makeTrial(from, command) ?? [])

const listAccepted = (name: string) =>
  [...fromTable(name), ...fromTable(name).map(withoutRisks), ...(besideTables[name] ?? [])].map(
    ({ past, knowing, command, ...at }) => ({
      setting: { world: { ...world, ...knowing }, past, scene: { ...scene, ...at } },
      command,
    }),
  )

describe('the events of a decision', () => {
  it.each(allSlices)('restore the command: $name', (slice) => givesCommandsBack(slice, listAccepted(slice.name)))

  it.each(allSlices)('restore nothing where there are no events: $name', ({ restoreCommand }) => {
    expect(restoreCommand([])).toBeNull()
  })
})
