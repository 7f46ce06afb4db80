/** A record that proves a presence meets what others say of it (H14, A9): the other side writes before the process command is delivered. */
import { listCommands } from '@zhiyuan/kernel'
import { expect, it } from 'vitest'
import { startLoop } from '@zhiyuan/testing'
import { people, timer } from '../../fixtures/people.ts'
import { scene, world } from '../../fixtures/world.ts'
import {
  checkedIn,
  commands,
  confirmBy,
  counting,
  instant,
  pasts,
  ready,
  ref,
  told,
} from '../../slices/attendance/assignment/assignment.fixture.ts'
import { assignment } from '../../slices/attendance/assignment/index.ts'
import { presenceProofs, type ProofsRow } from './presence-proofs.ts'

const stream = 'assignment-o.O1.1.a'
const { ProvePresence: prove, ConfirmAttendance: confirm, LapseConfirmation: lapse } = commands
const start = (now: string, ...past: ReadonlyArray<object>) =>
  startLoop({
    slices: [assignment],
    processes: [presenceProofs],
    world: { ...world, ...counting, [stream]: past } as never,
    scene: { ...scene, now },
  })
const list = (loop: ReturnType<typeof start>) => loop.events(stream).map(({ type }) => type)

const about = { volunteer: 'a', recordId: prove.recordId, source: ref.occasion }
const entered = { type: 'RecordSubmitted', ...about, segments: prove.segments, grade: 'manual' }
const ruled = { type: 'TookPlaceRuled', ...about, segments: prove.segments, registrations: ['a', 'z'], by: 'qt' }
const verified = (grade: string) => ({ type: 'RecordVerified', ...about, grade, approver: 'qc' })
const react = (...events: ReadonlyArray<object>) => {
  const rows = events.reduce<ProofsRow>(
    (row, data) => presenceProofs.evolve(row, { data } as never, ''),
    presenceProofs.initial(''),
  )
  return listCommands(presenceProofs.react({ data: events.at(-1) } as never, [rows]))
}

it('H14, H2a: proves what is attested or ruled, for each registration that the ruling names, and no minutes by hand alone', () => {
  expect(react(entered, verified('attested'))).toEqual([prove])
  expect(react(entered, verified('manual'))).toEqual([])
  expect(react(entered, ruled, verified('manual'))).toMatchObject([{ volunteer: 'a' }, { volunteer: 'z', by: 'qc' }])
  expect(presenceProofs.keys({ ...entered, recordId: 'o.O1.1' } as never)).toEqual([])
})

it('H14, A9: a confirmation is written first: the presence stays as it was confirmed', () => {
  const loop = start(instant('06:00'), ...pasts.CheckOutMissing)
  loop.does(people.clerkV1, confirm)
  loop.does(timer, prove)
  expect(list(loop).at(-1)).toBe('AttendanceConfirmed')
})

it('H14, A9: the proof comes first: no one confirms it and no term ends it any more', () => {
  const loop = start(confirmBy, ...pasts.CheckOutMissing)
  loop.does(timer, prove, prove, lapse)
  expect(() => loop.does(people.clerkV1, confirm)).toThrow('CommandNotAllowed')
  expect(list(loop).at(-1)).toBe('PresenceProven')
  expect(loop.refused()).toEqual([])
})

it('A12, H14: ends a presence that others told, and none that is going on by the own word or is of other times', () => {
  const early = { ...prove, segments: [{ start: '2020-04-21T01:00:00.000Z', end: '2020-04-21T02:00:00.000Z' }] }
  for (const [past, command, last] of [
    [[...ready, { ...checkedIn, told: told('01:05') }], prove, 'PresenceProven'],
    [pasts.Present, prove, 'CheckedIn'],
    [pasts.Left, prove, 'CheckedOut'],
    [pasts.CheckOutMissing, early, 'CheckOutMissing'],
    [pasts.Captured, early, 'PresenceCaptured'],
    [pasts.CaptureUnconfirmed, prove, 'PresenceProven'],
  ] as const) {
    const loop = start(confirmBy, ...past)
    loop.does(timer, command)
    expect(list(loop).at(-1)).toBe(last)
  }
})
