/** What is decided at the top: policies, calendars, figures, lists, and rulings of two (G8). */
import { nameRuling } from '../../slices/organisation/proposal/proposal.read.ts'
import { countyPolicy } from '../policy.ts'
import { admin, assessor, city, deputy, hall, starAuthority, units, volunteers } from '../people.ts'
import {
  findDay,
  deed,
  interval,
  addHours,
  why,
  type CountyActor,
  type CountyLook,
  type CountyScene,
} from '../scene.ts'

/** Calendar, policy and population of later years are adopted; the ledger is founded once. */
export const yearAdopted: CountyScene = {
  name: 'yearAdopted',
  write: ({ id, now, pick }) => {
    const day = findDay(now, pick([-30, 1, 30]), 0).slice(0, 10)
    const manualShare = pick([
      { p: 1, q: 3 },
      { p: 1, q: 2 },
      { p: 4, q: 3 },
    ])
    const stars = { ...countyPolicy.sections.stars, manualShare }
    return [
      deed(pick([admin, admin, hall.clerk]), 'AdoptCalendarYear', {
        year: 2027,
        daysOff: [pick(['2027-01-01', '2027-05-01', '2026-12-31'])],
        daysWorked: [],
        source: `notice ${id}`,
      }),
      deed(pick([admin, deputy, city.clerk]), 'AdoptPolicy', {
        ...countyPolicy,
        version: `COUNTY-${id}x`,
        effectiveFrom: day,
        sections: { ...countyPolicy.sections, stars },
      }),
      deed(admin, 'PublishPopulation', {
        unitId: pick([units.city, units.town, 'nowhere']),
        heads: pick([1000, 5000]),
        referenceDate: '2020-01-01',
        publishedAt: now,
        source: `census ${id}`,
        synthetic: true,
      }),
      deed(admin, 'FoundLedger', { log: pick(['test', 'other']), ledgerId: pick(['county', 'another', 'another']) }),
    ]
  },
}

/** In-service lists of two bodies; a person stands on one of them only, and once (G2). */
export const rostersAdopted: CountyScene = {
  name: 'rostersAdopted',
  write: ({ id, now, pick }) => {
    const roster = { area: units.town, effectiveFrom: now.slice(0, 10), source: 'list' }
    const [first, second] = [pick(volunteers).person, `n${id}`]
    return [
      deed(admin, 'AdoptRoster', { ...roster, rosterId: `K${id}`, bodyId: units.town, heads: [second, second] }),
      deed(admin, 'AdoptRoster', { ...roster, rosterId: `L${id}`, bodyId: units.town, heads: [first, second] }),
      deed(pick([admin, admin, hall.clerk]), 'AdoptRoster', {
        ...roster,
        rosterId: `M${id}`,
        bodyId: units.village,
        heads: pick([[first], [second], [`m${id}`]]),
      }),
    ]
  },
}

const findHold = ({ log }: CountyLook, recordId: string): string =>
  log.flatMap(({ data }) =>
    data.type === 'RecordHeld' && 'recordId' in data && data.recordId === recordId && 'holdId' in data
      ? [String(data.holdId)]
      : [],
  )[0] ?? 'none'

/** The city enters what no one announced. No unit is above it: two at the top rule, one proposes and another decides. */
export const ruledByTwo: CountyScene = {
  name: 'ruledByTwo',
  write: ({ id, now, pick }) => {
    const record = { volunteer: pick(volunteers).person, recordId: `B${id}` }
    const clear = (by: CountyActor) => (look: CountyLook) =>
      deed(by, 'ClearHold', { ...record, holdId: findHold(look, record.recordId), ...why('seen') })
    const propose = (by: CountyActor) => (look: CountyLook) =>
      deed(by, 'ProposeRuling', {
        rulingId: nameRuling('ClearHold', record.volunteer, record.recordId, findHold(look, record.recordId)),
        ...why('seen'),
      })
    return [
      deed(city.recorder, 'Backfill', {
        ...record,
        occasion: { type: 'session', sessionId: `S${id}`, host: units.city },
        segments: [interval(addHours(now, -pick([2, 5, 30, 60])), 1)],
        minutes: 60,
        content: 'culture-arts',
        bodyId: units.city,
        teamId: null,
        responsible: 'elder',
        reason: null,
      }),
      propose(pick([starAuthority, starAuthority, assessor, hall.clerk])),
      propose(starAuthority),
      clear(pick([assessor, assessor, city.approver])),
      clear(assessor),
    ]
  },
}
