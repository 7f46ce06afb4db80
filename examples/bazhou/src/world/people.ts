import type { PersonActor } from '@zhiyuan/kernel'
import { cityCode } from './units.ts'

/** Who acts, as what, where. Every person here is simulated. */
const actor = (person: string, role: string, unit: string): PersonActor =>
  ({ type: 'person', person, role, unit }) as unknown as PersonActor

export const administrator: PersonActor = actor('admin', 'administrator', cityCode)
export const starAuthority: PersonActor = actor('star-authority', 'star-authority', cityCode)
export const cityApprover: PersonActor = actor(`approver-${cityCode}`, 'approver', cityCode)
export const clerkAt = (unit: string): PersonActor => actor(`clerk-${unit}`, 'clerk', unit)
export const dispatcherAt = (unit: string): PersonActor => actor(`dispatcher-${unit}`, 'dispatcher', unit)
export const approverAt = (unit: string): PersonActor => actor(`approver-${unit}`, 'approver', unit)
export const recorderAt = (unit: string): PersonActor => actor(`recorder-${unit}`, 'recorder', unit)
export const volunteerAt = (person: string, unit: string): PersonActor => actor(person, 'volunteer', unit)
export const residentAt = (person: string, unit: string): PersonActor => actor(person, 'resident', unit)
