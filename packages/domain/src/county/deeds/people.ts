/** Deeds on registrations, records of the veterans, teams and units that a scene opens for itself. */
import { hall, units } from '../people.ts'
import { deed, why, type CountyActor, type CountyDeed } from '../scene.ts'

/** A volunteer of the village whom no other scene knows. */
export const newcomer = (id: string): CountyActor => ({
  type: 'person',
  person: `n${id}`,
  role: 'volunteer',
  unit: units.village,
})
const numberOf = ({ person }: CountyActor): string => `no-${person}`
export const claimNumber = (one: CountyActor, number = numberOf(one), by = hall.clerk): CountyDeed =>
  deed(by, 'ClaimNumber', { number, person: one.person })
export const register = (one: CountyActor, by = one, home: string = units.village): CountyDeed =>
  deed(by, 'RegisterVolunteer', {
    person: one.person,
    number: numberOf(one),
    ageBand: '14-to-17',
    home,
    homeFrom: '2020-01-01',
  })

/** A record by its volunteer and id. */
export interface RecordKey {
  readonly volunteer: string
  readonly recordId: string
}
export const suspend = (by: CountyActor, record: RecordKey): CountyDeed =>
  deed(by, 'SuspendRecord', { ...record, ...why('not-there') })
export const reinstate = (by: CountyActor, record: RecordKey): CountyDeed =>
  deed(by, 'ReinstateRecord', { ...record, ...why('was-there') })
export const voidRecord = (by: CountyActor, record: RecordKey): CountyDeed =>
  deed(by, 'VoidRecord', { ...record, ...why('not-there') })

/** A team of the village that no other scene knows. */
export const foundTeam = (
  teamId: string,
  leader: CountyActor,
  kind: 'civic-squad' | 'agency-squad',
  by = hall.clerk,
  bodyId: string = units.village,
): CountyDeed =>
  deed(by, 'FoundTeam', {
    teamId,
    name: teamId,
    kind,
    unitId: units.village,
    bodyId,
    specialties: ['hardship-relief'],
    leader: leader.person,
    open: { levels: ['village'], units: [] },
  })

/** A village that no other scene knows. */
export const openVillage = (by: CountyActor, unitId: string, parent: string = units.town): CountyDeed =>
  deed(by, 'OpenUnit', { unitId, level: 'village', parent, name: unitId, code: null })
