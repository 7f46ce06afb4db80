/** A ruling and the term of an absence meet (H2a, A8): the other side writes before the process command is delivered. */
import { listCommands } from '@zhiyuan/kernel'
import { expect, it } from 'vitest'
import { startLoop } from '@zhiyuan/testing'
import { people, timer } from '../../fixtures/people.ts'
import { scene, world } from '../../fixtures/world.ts'
import { commands, counting, excuseBy, pasts, ref } from '../../slices/attendance/assignment/assignment.fixture.ts'
import { assignment } from '../../slices/attendance/assignment/index.ts'
import { absenceClocks } from './absence-clocks.ts'

const stream = 'assignment-o.O1.1.a'
const ruled = {
  type: 'TookPlaceRuled',
  source: ref.occasion,
  volunteer: 'z',
  registrations: ['z', 'a'],
  by: 'qc',
  reason: commands.EndAbsence.reason,
}
/** The record is under the survivor, and the absence under another registration (G2). */
const [, end] = listCommands(absenceClocks.react({ data: ruled } as never, []))
const start = (...past: ReadonlyArray<object>) =>
  startLoop({
    slices: [assignment],
    processes: [absenceClocks],
    world: { ...world, ...counting, [stream]: past } as never,
    scene: { ...scene, now: excuseBy },
  })
const list = (loop: ReturnType<typeof start>) => loop.events(stream).map(({ type }) => type)

it('H2a, A8: the term ends between the ruling and its effect: the absence stood, and is undone all the same', () => {
  const loop = start(...pasts.AbsenceAlleged)
  loop.does(timer, commands.LetAbsenceStand)
  loop.does(timer, end as never)
  expect(list(loop).slice(-2)).toEqual(['AbsenceStood', 'AbsenceOverruled'])
})

it('H2a, A8: the ruling takes effect first: the term finds nothing to let stand', () => {
  const loop = start(...pasts.AbsenceAlleged)
  loop.does(timer, end as never, commands.LetAbsenceStand)
  expect(list(loop).at(-1)).toBe('AbsenceOverruled')
})

it('H2a, A8: an excuse that is written between them is undone too', () => {
  const loop = start(...pasts.Absent)
  loop.does(people.approverC, commands.ExcuseAbsence)
  loop.does(timer, end as never)
  expect(list(loop).slice(-2)).toEqual(['AbsenceExcused', 'AbsenceOverruled'])
})
