import type { PlainActor } from '@zhiyuan/ledger'
import { cityCode } from './units.ts'

/** The actors, with role and unit. Every person here is simulated. */
const actor = (person: string, role: PlainActor['role'], unit: string): PlainActor => ({ person, role, unit })

export const administrator: PlainActor = actor('admin', 'administrator', cityCode)
export const starAuthority: PlainActor = actor('star-authority', 'star-authority', cityCode)
export const cityApprover: PlainActor = actor(`approver-${cityCode}`, 'approver', cityCode)
export const clerk = (unit: string): PlainActor => actor(`clerk-${unit}`, 'clerk', unit)
export const dispatcher = (unit: string): PlainActor => actor(`dispatcher-${unit}`, 'dispatcher', unit)
export const approver = (unit: string): PlainActor => actor(`approver-${unit}`, 'approver', unit)
export const recorder = (unit: string): PlainActor => actor(`recorder-${unit}`, 'recorder', unit)
export const volunteerActor = (person: string, unit: string): PlainActor => actor(person, 'volunteer', unit)
export const resident = (person: string, unit: string): PlainActor => actor(person, 'resident', unit)
/** A person of the household that asked for the order: the need, the order and the person share a number. */
export const requesterName = (orderId: string): string => `r${orderId.slice(1)}`
