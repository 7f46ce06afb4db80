/** The units and people of the county. All are made up. */
import type { CountyActor } from './scene.ts'

/** A city over two townships, each over two villages. */
export const units = {
  city: '131081',
  town: '131081104',
  village: '131081104201',
  hamlet: '131081104202',
  otherTown: '131081105',
  otherVillage: '131081105201',
} as const

const person = (id: string, role: string, unit: string): CountyActor => ({ type: 'person', person: id, role, unit })

const village = Array.from({ length: 6 }, (_, n) => `v${n}`)
const elsewhere = Array.from({ length: 4 }, (_, n) => `w${n}`)

/** Volunteers of the village, the first of whom leads its team, and those of the other village. */
export const volunteers = village.map((id) => person(id, 'volunteer', units.village))
export const otherVolunteers = elsewhere.map((id) => person(id, 'volunteer', units.otherVillage))
export const leader = person('v0', 'volunteer', units.village)
/** Of the village team; they are found to be too young. */
export const youths = ['y0', 'y1'].map((id) => person(id, 'volunteer', units.village))
/** Of a second team of the village. */
export const secondLeader = person('v5', 'volunteer', units.village)
export const otherLeader = person('w0', 'volunteer', units.otherVillage)
/** Volunteers of the other village who have served: 4 hours of an order and 2 by a sheet, so that each may apply for star 3. */
export const veterans = Array.from({ length: 4 }, (_, n) => person(`x${n}`, 'volunteer', units.otherVillage))
/** Those of them who hold star 3. */
export const starred = veterans.slice(0, 2)
export const unstarred = veterans.slice(2)
/** For whom they served. */
export const elder = person('elder', 'resident', units.otherVillage)
export const residents = Array.from({ length: 5 }, (_, n) => person(`r${n}`, 'resident', units.village))

/** Offices of a unit, each another person: a clerk, a recorder, an approver, a dispatcher. */
const makeOffices = (name: string, unit: string) => ({
  clerk: person(`k${name}`, 'clerk', unit),
  recorder: person(`c${name}`, 'recorder', unit),
  approver: person(`q${name}`, 'approver', unit),
  dispatcher: person(`p${name}`, 'dispatcher', unit),
})
export const city = makeOffices('c', units.city)
export const town = makeOffices('t', units.town)
export const hall = makeOffices('v', units.village)
export const otherTown = makeOffices('o', units.otherTown)
export const otherHall = makeOffices('w', units.otherVillage)
export const admin = person('admin', 'administrator', units.city)
export const deputy = person('deputy', 'administrator', units.city)
export const gridWorker = person('h', 'grid-worker', units.village)
export const starAuthority = person('s', 'star-authority', units.city)
export const assessor = person('m', 'assessor', units.city)

/** Who may try what another was about to do: people of every role, some beside and some below the unit that it is about. */
export const strangers: ReadonlyArray<CountyActor> = [
  ...volunteers,
  ...otherVolunteers,
  ...veterans,
  elder,
  ...residents,
  ...[city, town, hall, otherTown, otherHall].flatMap((offices) => Object.values(offices)),
  admin,
  deputy,
  gridWorker,
  starAuthority,
  assessor,
]
