import { calendar2020to2026, nationalDefaultPolicy } from '@zhiyuan/ledger'
import type { PlainActor, PlainCommand } from '@zhiyuan/ledger'
import { openCounty } from './ledger.ts'

const city = '131081'
const township = '131081104'
const village = '131081104201'
const administrator: PlainActor = { person: 'p-admin', role: 'administrator', unit: city }
const { ledger, send } = await openCounty('2026-03-02T01:00:00.000Z', { administrator: administrator.person })

const units: ReadonlyArray<PlainCommand> = [
  { type: 'OpenUnit', unitId: city, level: 'city', parent: null, name: '霸州市', code: city },
  { type: 'OpenUnit', unitId: township, level: 'township', parent: city, name: '康仙庄镇', code: township },
  { type: 'OpenUnit', unitId: village, level: 'village', parent: township, name: '康仙庄村', code: village },
]
const policy: ReadonlyArray<PlainCommand> = [
  { type: 'AdoptPolicy', ...nationalDefaultPolicy },
  ...calendar2020to2026.map((year) => ({ type: 'AdoptCalendarYear', ...year }) as const),
]
// An approver holds a post that the ledger knows; a clerk or a dispatcher is whom your own system says.
const posts: ReadonlyArray<PlainCommand> = [
  { type: 'TakePost', unitId: village, post: 'approver', person: 'p-approver', office: null },
]
const census = { referenceDate: '2020-11-01', publishedAt: '2021-06-01T00:00:00.000Z', synthetic: true } as const
const figures: ReadonlyArray<PlainCommand> = [
  { type: 'PublishPopulation', unitId: city, heads: 50, source: 'made up', ...census },
  { type: 'PublishPopulation', unitId: township, heads: 20, source: 'made up', ...census },
  {
    type: 'AdoptRoster',
    rosterId: 'roster-2026',
    bodyId: township,
    area: township,
    effectiveFrom: '2026-01-01',
    heads: ['p-li', 'p-zhao'],
    source: 'made up',
  },
]
const team: ReadonlyArray<PlainCommand> = [
  {
    type: 'FoundTeam',
    teamId: 'team-1',
    name: '康仙庄村志愿服务大队',
    kind: 'brigade',
    unitId: village,
    bodyId: village,
    specialties: ['hardship-relief'],
    leader: 'p-wang',
    open: { levels: ['village', 'township'], units: [] },
  },
  { type: 'JoinTeam', teamId: 'team-1', person: 'p-li' },
]
const volunteers = [
  ['p-wang', 'no-0001'],
  ['p-li', 'no-0002'],
].flatMap(([person = '', number = '']): ReadonlyArray<PlainCommand> => [
  { type: 'ClaimNumber', number, person },
  { type: 'RegisterVolunteer', person, number, ageBand: 'adult', home: village, homeFrom: '2026-01-01' },
])

for (const command of [...units, ...policy, ...posts, ...figures, ...team, ...volunteers])
  await send(command, administrator)

const { events } = await ledger.read(null, 1000)
console.log(`${events.length} events, the first ${events[0]?.type}, the last ${events.at(-1)?.type}`)
await ledger.close()
