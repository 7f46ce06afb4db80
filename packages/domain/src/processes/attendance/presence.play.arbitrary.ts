/** The county with records, and what is told minutes after it happened is late there. */
import { startLoop, type Loop } from '@zhiyuan/testing'
import { changePolicy } from '../../fixtures/world.ts'
import type { PolicyTermsSaid } from '../../policy.ts'
import { record } from '../../slices/hours/record/index.ts'
import { servingProcesses } from '../index.ts'
import { attendanceHolds } from '../hours/attendance-holds.ts'
import { attendanceRecords } from '../hours/attendance-records.ts'
import { liftHolds } from '../hours/lift-holds.ts'
import { county } from '../requests/county.fixture.ts'

const strict = { told: 15 }

/** Policy TEST-2 from before the story, with the national term of A14 and what the test says. */
export const makeCounty = (attendance: NonNullable<PolicyTermsSaid['attendance']> = {}, more: object = {}) => ({
  slices: [...county.slices, record],
  processes: [...servingProcesses, attendanceRecords, attendanceHolds, liftHolds],
  world: { ...county.world, ...changePolicy('2020-02-01', { attendance: { ...strict, ...attendance } }), ...more },
  scene: county.scene,
})
export type PresenceCommand = ReturnType<typeof makeCounty>['slices'][number]['command']['_A']
export const openCounty = (...said: Parameters<typeof makeCounty>): Loop<PresenceCommand> =>
  startLoop(makeCounty(...said))
