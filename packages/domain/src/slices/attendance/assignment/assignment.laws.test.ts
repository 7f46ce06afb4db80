import { describe, expect, it } from 'vitest'
import * as fc from 'fast-check'
import { sameContent, StreamName, type PersonId } from '@zhiyuan/kernel'
import { makeArbitrary } from '@zhiyuan/kernel/arbitrary'
import { evolveIsTotal, holdsAlways, repeatsSayNothingNew, survivesStorage } from '@zhiyuan/testing'
import { people, timer } from '../../../fixtures/people.ts'
import { scene, world } from '../../../fixtures/world.ts'
import { commands, confirmBy, counting, excuseBy, missingAt, open, pasts } from './assignment.fixture.ts'
import { assignmentTrial } from './assignment.trial.fixture.ts'
import type { OrderId } from '../../../vocabulary/ids.ts'
import type { Round } from '../../../vocabulary/values.ts'
import { assignment, AssignmentRef, assignmentStream, type AssignmentEvent, type AssignmentState } from './index.ts'

const known = { ...world, ...counting }
const setting = { world: known, scene: { ...scene, actor: people.a } }
const pools = {
  OrderId: ['O1'],
  PersonId: ['a', 'b', 'e', 'k1'],
  Round: [1],
  EventId: ['order-O1.3', 'order-O1.9'],
  TeamId: ['B1'],
}
const times = ['04-20T08:00', '04-21T23:30', '04-22T01:00', '04-22T02:00', '04-22T02:20', '04-22T03:10', '04-22T06:00']
const nows = [...times.map((time) => `2020-${time}:00.000Z`), missingAt, excuseBy, confirmBy]
const actors = [timer, people.a, people.b, people.clerkV1]

/** Each command by a person who may send it, at any of the times; the opening more often, since nothing happens before it. */
const attempts = [...Object.values(commands), open, open, open].flatMap((command) =>
  nows.map((now) => ({ command, now, actor: assignmentTrial('Cleared', command.type).actor })),
)

const sumMinutes = (segments: ReadonlyArray<{ readonly start: string; readonly end: string }>): number =>
  segments.reduce((sum, { start, end }) => sum + Math.floor((Date.parse(end) - Date.parse(start)) / 60_000), 0)

/** The events of which a record is made. */
const attended: ReadonlyArray<AssignmentEvent['type']> = ['CheckedOut', 'AttendanceConfirmed', 'CaptureTakenOver']

/** Presence is captured in order of time, minutes are the sum over the segments, and there is at most one attendance that was not taken back. */
const holds = (state: AssignmentState, events: ReadonlyArray<AssignmentEvent>): void => {
  const attendances = events.filter(({ type }) => attended.includes(type))
  const takenBack = events.filter(({ type }) => type === 'CheckOutTakenBack')
  expect(attendances.length - takenBack.length).toBeLessThanOrEqual(1)
  // A no-show is of its seat: who takes another one in the round may come.
  const ofSeat = events.slice(events.findLastIndex(({ type }) => type === 'AssignmentOpened') + 1)
  const noShow = ofSeat.some(({ type }) => type === 'AbsenceStood')
  expect(noShow && ofSeat.some(({ type }) => attended.includes(type))).toBe(false)
  if (!('segments' in state)) return
  const instants = state.segments.flatMap(({ start, end }) => [start, end])
  expect(instants).toEqual([...instants].sort())
  expect(new Set(state.segments.map(({ start }) => start)).size).toBe(state.segments.length)
  for (const { start, end } of state.segments) expect(start < end).toBe(true)
  if ('minutes' in state) expect(state.minutes).toBe(sumMinutes(state.segments))
}

describe('the laws of an assignment', () => {
  it.each(['None', 'Cleared', 'Present', 'CheckOutMissing', 'Captured'] as const)(
    'H13, A8: any commands from %s leave minutes equal to the segments, one attendance at most, and none beside a no-show',
    (state) => {
      holdsAlways(assignment, { ...setting, past: pasts[state] }, { pools, nows, actors, known: attempts }, holds)
    },
  )

  it('repeats say nothing new: a service with a break', () => {
    const day = (time: string) => `2020-04-22T${time}:00.000Z`
    repeatsSayNothingNew(assignment, setting, [
      { command: open, now: '2020-04-20T07:46:00.000Z', actor: timer },
      { command: commands.CheckIn, now: day('01:00') },
      { command: commands.PauseService, now: day('02:00'), occurredAt: day('02:00') },
      { command: commands.ResumeService, now: day('02:20'), occurredAt: day('02:20') },
      { command: commands.CheckOut, now: day('03:10'), occurredAt: day('03:10') },
    ])
  })

  it('repeats say nothing new: a missing check-out', () => {
    repeatsSayNothingNew(assignment, setting, [
      { command: open, now: '2020-04-20T07:46:00.000Z', actor: timer },
      { command: commands.CheckIn, now: '2020-04-22T01:00:00.000Z' },
      { command: commands.NoteCheckOutMissing, now: missingAt, actor: timer },
      { command: commands.ConfirmAttendance, now: '2020-04-22T06:00:00.000Z', actor: people.clerkV1 },
    ])
  })

  it('repeats say nothing new: an absence', () => {
    repeatsSayNothingNew(assignment, setting, [
      { command: open, now: '2020-04-20T07:46:00.000Z', actor: timer },
      { command: commands.AllegeAbsence, now: '2020-04-22T01:30:00.000Z', actor: people.b },
      { command: commands.ExcuseAbsence, now: '2020-04-22T04:00:00.000Z', actor: people.clerkV1 },
    ])
  })

  it('each has a stream of its own, with a name that a store takes', () => {
    const alike = { OrderId: ['1', '1-1'], SessionId: ['1', '1-1'], PersonId: ['1', '1-1'], Round: [1, 11] }
    const refs = fc.oneof(makeArbitrary(AssignmentRef), makeArbitrary(AssignmentRef, alike))
    fc.assert(
      fc.property(refs, refs, (one, other) => {
        expect(StreamName.is(assignmentStream(one))).toBe(true)
        expect(assignmentStream(one) === assignmentStream(other)).toBe(sameContent(one, other))
      }),
      { numRuns: 200 },
    )
    const orderId = 'o'.repeat(64) as OrderId
    const volunteer = 'v'.repeat(64) as PersonId
    const longest = assignmentStream({ occasion: { type: 'order', orderId, round: 100 as Round }, volunteer })
    expect(longest).toHaveLength(146)
  })

  it('events survive storage', () => {
    survivesStorage(assignment)
  })

  it('evolve is total', () => {
    evolveIsTotal(assignment, Object.values(pasts), pools)
  })
})
