/** How the county began: units, posts, policy, calendar, teams and registrations, each by a command that the ledger accepts. */
import { nationalDefaultPolicy } from '../presets/policies.ts'
import { calendar2020to2026 } from '../slices/organisation/policy/presets/calendar.ts'
import {
  admin,
  city,
  hall,
  leader,
  otherHall,
  otherLeader,
  otherTown,
  otherVolunteers,
  town,
  units,
  volunteers,
} from './people.ts'
import { deed, type CountyActor, type CountyDeed } from './scene.ts'

const openUnit = (unitId: string, level: 'city' | 'township' | 'village', parent: string | null) =>
  deed(admin, 'OpenUnit', { unitId, level, parent, name: unitId, code: unitId })
const takePost = ({ person, unit }: CountyActor) =>
  deed(admin, 'TakePost', { unitId: unit, post: 'approver', person, office: null })
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

/** The national defaults, with stars within reach of a few services, and with limits that a few people reach in a day. */
const policy = {
  ...nationalDefaultPolicy,
  version: 'COUNTY-1',
  sections: {
    ...nationalDefaultPolicy.sections,
    attendance: { ...nationalDefaultPolicy.sections.attendance, confirmsADay: { clerk: 1, unit: 2 } },
    bursts: { people: 3, peopleADay: 5, pace: { acts: 2, minutes: 30 } },
    stars: { ...nationalDefaultPolicy.sections.stars, thresholds: [60, 120, 240, 480, 960] },
  },
}

export const setUp: ReadonlyArray<CountyDeed> = [
  deed(admin, 'FoundLedger', { log: 'test', ledgerId: 'county' }),
  openUnit(units.city, 'city', null),
  openUnit(units.town, 'township', units.city),
  openUnit(units.village, 'village', units.town),
  openUnit(units.hamlet, 'village', units.town),
  openUnit(units.otherTown, 'township', units.city),
  openUnit(units.otherVillage, 'village', units.otherTown),
  deed(admin, 'AdoptPolicy', policy),
  ...calendar2020to2026.map((year) => deed(admin, 'AdoptCalendarYear', year)),
  ...[city, town, hall, otherTown, otherHall].map(({ approver }) => takePost(approver)),
  ...[...volunteers, ...otherVolunteers].flatMap(register),
  foundTeam('TA', leader),
  foundTeam('TB', otherLeader),
  ...volunteers.slice(1).map((one) => join('TA', leader, one)),
  ...otherVolunteers.slice(1).map((one) => join('TB', otherLeader, one)),
]
