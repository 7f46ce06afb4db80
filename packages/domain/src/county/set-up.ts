/** How the county began: units, posts, policy, calendar, teams and registrations, each by a command that the ledger accepts. */
import { calendar2020to2026 } from '../slices/organisation/policy/presets/calendar.ts'
import {
  admin,
  assessor,
  city,
  hall,
  leader,
  otherHall,
  otherLeader,
  otherTown,
  otherVolunteers,
  starAuthority,
  secondLeader,
  town,
  units,
  veterans,
  volunteers,
  youths,
} from './people.ts'
import { countyPolicy } from './policy.ts'
import { deed, type CountyActor, type CountyDeed, type CountyWait } from './scene.ts'
import { veteransServed } from './veterans.ts'

const openUnit = (unitId: string, level: 'city' | 'township' | 'village', parent: string | null) =>
  deed(admin, 'OpenUnit', { unitId, level, parent, name: unitId, code: unitId })
const takePost = (post: 'approver' | 'assessor' | 'star-authority', { person, unit }: CountyActor) =>
  deed(admin, 'TakePost', { unitId: unit, post, person, office: null })
/** Someone becomes a volunteer at home. */
export const register = ({ person, unit }: CountyActor): ReadonlyArray<CountyDeed> => [
  deed(admin, 'ClaimNumber', { number: `no-${person}`, person }),
  deed(admin, 'RegisterVolunteer', {
    person,
    number: `no-${person}`,
    ageBand: 'adult',
    home: unit,
    homeFrom: '2020-01-01',
  }),
]
const everyLevel = { levels: ['city', 'township', 'village'], units: [] } as const
const foundTeam = (teamId: string, { person, unit }: CountyActor) =>
  deed(admin, 'FoundTeam', {
    teamId,
    name: teamId,
    kind: 'brigade',
    unitId: unit,
    bodyId: unit,
    specialties: ['hardship-relief'],
    leader: person,
    open: everyLevel,
  })
const join = (teamId: string, by: CountyActor, { person }: CountyActor) => deed(by, 'JoinTeam', { teamId, person })

export const setUp: ReadonlyArray<CountyDeed | CountyWait> = [
  deed(admin, 'FoundLedger', { log: 'test', ledgerId: 'county' }),
  openUnit(units.city, 'city', null),
  openUnit(units.town, 'township', units.city),
  openUnit(units.village, 'village', units.town),
  openUnit(units.hamlet, 'village', units.town),
  openUnit(units.otherTown, 'township', units.city),
  openUnit(units.otherVillage, 'village', units.otherTown),
  deed(admin, 'AdoptPolicy', countyPolicy),
  ...calendar2020to2026.map((year) => deed(admin, 'AdoptCalendarYear', year)),
  ...[city, town, hall, otherTown, otherHall].map(({ approver }) => takePost('approver', approver)),
  takePost('assessor', assessor),
  takePost('star-authority', starAuthority),
  ...[...volunteers, ...otherVolunteers, ...veterans, ...youths].flatMap(register),
  foundTeam('TA', leader),
  foundTeam('TB', otherLeader),
  foundTeam('TC', secondLeader),
  ...[...volunteers.slice(1), ...youths].map((one) => join('TA', leader, one)),
  ...otherVolunteers.slice(1).map((one) => join('TB', otherLeader, one)),
  ...veterans.map((one) => join('TB', otherLeader, one)),
  ...veteransServed,
]
