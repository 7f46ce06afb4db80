import { describe, expect, it } from 'vitest'
import { eventIdOf, logOf, rowsOf, type Line } from '@zhiyuan/testing'
import { AssignmentEvent } from '../../slices/attendance/assignment/assignment.codec.ts'
import { NeedEvent } from '../../slices/requests/need/need.codec.ts'
import { OrderEvent } from '../../slices/requests/order/order.codec.ts'
import { people, timer, units } from '../../sample/people.ts'
import { RecordEvent } from '../../slices/hours/record/record.codec.ts'
import { timeline } from './project.ts'
import { timelineOf, type Timeline } from './query.ts'

const { V1 } = units
const words = [
  { name: 'need', event: NeedEvent },
  { name: 'order', event: OrderEvent },
  { name: 'assignment', event: AssignmentEvent },
  { name: 'record', event: RecordEvent },
]
const text = { id: 'text-1', commitment: '0'.repeat(64) }
const at = (time: string) => `2020-04-${time.replace(' ', 'T')}:00.000Z`
const line = (time: string, by: Line['by'], event: Line['event'], more: Partial<Line> = {}): Line => ({
  at: at(time),
  by,
  event,
  ...more,
})

const need = (needId: string, requester: string, voicedAt: string, more: object = {}) => ({
  type: 'NeedSubmitted',
  ...{ needId, unitId: V1, requester, proxy: null, contact: null, channel: 'app', kind: 'work-life' },
  ...{ description: text, risks: null, voicedAt: at(voicedAt), sourceDate: null, recordedAt: at('20 01:00') },
  ...{ answerDueAt: at('21 01:00'), assumed: false, policyVersion: 'TEST-1' },
  ...more,
})
const risks = { known: false, description: null }
const answered = (type: string, needId: string, opened: string, more: object) => ({
  type,
  needId,
  opened: at(opened),
  unitId: V1,
  minutesToAnswer: 60,
  ...more,
})
const placed = {
  type: 'OrderPlaced',
  ...{
    orderId: 'O1',
    needId: 'N1',
    needOpened: at('20 01:00'),
    owner: V1,
    requester: 'r1',
    contact: null,
    proxy: null,
    seats: 2,
    risks,
  },
  ...{ specialty: 'hardship-relief', serviceClass: 'individual', planned: null, recordedAt: at('20 02:20') },
  ...{
    serviceDueFrom: at('20 02:20'),
    serviceDueAt: at('29 16:00'),
    assumed: false,
    serviceDuePolicy: 'TEST-1',
    policyVersion: 'TEST-1',
    escalatesAt: at('22 02:20'),
  },
}
const step = { orderId: 'O1', opened: at('20 02:20'), round: 1, handler: V1 }
const offered = {
  type: 'OrderOffered',
  ...{
    ...step,
    offerId: 'O1-1',
    teamId: 'B1',
    planned: null,
    override: null,
    expiresAt: at('20 06:40'),
    policyVersion: 'TEST-1',
  },
  ranking: { candidates: [], candidateCount: 0, leftOut: [] },
}
const round = { type: 'order', orderId: 'O1', round: 1 }
const checkedIn = {
  type: 'CheckedIn',
  ...{
    occasion: round,
    volunteer: 'a',
    at: at('22 01:00'),
    missingAt: at('22 05:00'),
    policyVersion: 'TEST-1',
  },
}
const segments = [{ start: at('22 01:00'), end: at('22 03:10') }]
const record = {
  ...{ volunteer: 'a', recordId: 'o.O1.1', bodyId: V1 },
}
const submitted = {
  type: 'RecordSubmitted',
  ...{ ...record, source: round, segments, minutes: 130, day: '2020-04-22' },
  ...{ grade: 'system', content: 'hardship-relief', servedUnit: V1, home: V1, rosterArea: null, teamId: 'B1' },
  ...{ recorder: null, responsible: 'b', marks: [], reason: null, recordedAt: at('22 03:10'), policyVersion: 'TEST-1' },
}

const story: ReadonlyArray<Line> = [
  line(
    '20 01:00',
    people.h1,
    need('N1', 'r1', '19 23:30', { proxy: { person: 'h1', kind: 'grid-worker' }, channel: 'grid-worker' }),
  ),
  line('20 01:10', people.r2, need('N2', 'r2', '20 01:00')),
  line(
    '20 02:00',
    people.clerkV1,
    answered('NeedApproved', 'N1', '20 01:00', {
      serviceClass: 'individual',
      risks,
      risksStated: true,
      approvedAt: at('20 02:00'),
    }),
  ),
  line('20 02:00', people.clerkV1, answered('NeedMerged', 'N2', '20 01:10', { into: 'N1', requester: 'r2' })),
  line('20 02:20', people.clerkV1, placed),
  line(
    '20 02:20',
    timer,
    { type: 'NeedOrderNoted', needId: 'N1', opened: at('20 01:00'), orderId: 'O1', unwanted: null },
    { cause: 4 },
  ),
  line('20 02:40', people.dispatcherT1, offered),
  line('22 01:05', people.a, checkedIn, { occurredAt: at('22 01:00') }),
  line('22 03:10', timer, submitted),
  line('23 01:00', people.approverV1, { type: 'RecordWithdrawn', ...record, day: '2020-04-22', by: 'a' }),
  line('23 01:00', people.approverV1, {
    type: 'RecordRejected',
    ...record,
    recordId: 'other',
    day: '2020-04-22',
    by: 'q1',
    reason: { code: 'x', text: null },
  }),
]
const rows = rowsOf(timeline, logOf(words, story))

/** As a reader of rows walks them: the one asked for, then wherever it leads. */
const told = (key: string): Timeline => {
  const keys = [key]
  for (const next of keys) keys.push(...(rows.get(next)?.leadsTo ?? []).filter((to) => !keys.includes(to)))
  return timelineOf(keys.flatMap((one) => rows.get(one) ?? []))
}
const typesOf = (of: Timeline) => of.steps.map(({ type }) => type)

describe('a timeline', () => {
  it('N6, C21: joins a need with its orders, their assignments and records, in order, with who and when', () => {
    const { steps } = told('need:N1')
    expect(typesOf({ lagMinutes: null, steps })).toEqual([
      ...['NeedSubmitted', 'NeedApproved', 'OrderPlaced', 'NeedOrderNoted', 'OrderOffered'],
      ...['CheckedIn', 'RecordSubmitted', 'RecordWithdrawn'],
    ])
    expect(steps[5]).toEqual({
      eventId: eventIdOf(7),
      causedBy: null,
      at: at('22 01:00'),
      recordedAt: at('22 01:05'),
      who: people.a,
      type: 'CheckedIn',
      facts: {
        occasion: round,
        volunteer: 'a',
        at: at('22 01:00'),
        missingAt: at('22 05:00'),
        policyVersion: 'TEST-1',
      },
    })
  })

  it('N6: of steps recorded at one instant, a cause comes before what answers it', () => {
    const log = logOf(words, story)
    const [need, order] = [rows.get('need:N1'), rows.get('order:O1')]
    expect(need?.steps.map(({ recordedAt }) => recordedAt)).toContain(order?.steps[0]?.recordedAt)
    for (const asked of [told('need:N1'), told('need:N2')]) {
      const ids = asked.steps.map(({ eventId }) => eventId)
      for (const { id, causationId } of log)
        if (causationId !== null && ids.includes(id)) expect(ids.indexOf(causationId)).toBeLessThan(ids.indexOf(id))
    }
  })

  it('N2: shows the lag since the need was voiced', () => {
    expect(told('need:N1').lagMinutes).toBe(90)
    expect(told('order:O1').lagMinutes).toBeNull()
  })

  it('N4, C16: shows channel and proxy', () => {
    expect(told('need:N1').steps[0]).toMatchObject({
      who: people.h1,
      facts: { channel: 'grid-worker', requester: 'r1', proxy: { person: 'h1', kind: 'grid-worker' } },
    })
  })

  it('N5: the requester of a merged need sees its own steps, and what became of the other', () => {
    const merged = told('need:N2')
    expect(merged.lagMinutes).toBe(0)
    expect(typesOf(merged)).toEqual(expect.arrayContaining(['NeedMerged', 'NeedApproved', 'OrderOffered']))
    expect(merged.steps.filter(({ type }) => type === 'NeedSubmitted')).toHaveLength(2)
  })

  it('O10: keeps the ranking on the event alone', () => {
    const offer = told('order:O1').steps.find(({ type }) => type === 'OrderOffered')
    expect(offer?.facts).toEqual({
      ...step,
      offerId: 'O1-1',
      teamId: 'B1',
      planned: null,
      override: null,
      expiresAt: at('20 06:40'),
      policyVersion: 'TEST-1',
    })
  })

  it('N6: a session tells of its records', () => {
    const source = { type: 'session', sessionId: 'S' }
    const entered = line('24 01:00', people.recorderV2, { ...submitted, source, recordId: 'R5' })
    const row = rowsOf(timeline, logOf(words, [entered])).get('session:S')
    expect(row).toEqual({ steps: [], leadsTo: ['record:a:R5'] })
  })

  it('N6: rows are plain JSON', () => {
    for (const row of rows.values()) expect(JSON.parse(JSON.stringify(row))).toEqual(row)
  })
})
