import { describe, expect, it } from 'vitest'
import { deriveEventId, buildLog, foldRows, type Line } from '@zhiyuan/testing'
import { AssignmentEvent } from '../../slices/attendance/assignment/assignment.codec.ts'
import { NeedEvent } from '../../slices/requests/need/need.codec.ts'
import { OrderEvent } from '../../slices/requests/order/order.codec.ts'
import { people, timer, units } from '../../fixtures/people.ts'
import { RecordEvent } from '../../slices/hours/record/record.codec.ts'
import { timeline } from './project.ts'
import { buildTimeline, type Timeline } from './query.ts'

const { V1 } = units
const words = [
  { name: 'need', event: NeedEvent },
  { name: 'order', event: OrderEvent },
  { name: 'assignment', event: AssignmentEvent },
  { name: 'record', event: RecordEvent },
]
const text = { id: 'text-1', commitment: '0'.repeat(64) }
const instant = (time: string) => `2020-04-${time.replace(' ', 'T')}:00.000Z`
const line = (time: string, by: Line['by'], event: Line['event'], more: Partial<Line> = {}): Line => ({
  at: instant(time),
  by,
  event,
  ...more,
})

const need = (needId: string, requester: string, voicedAt: string, more: object = {}) => ({
  type: 'NeedSubmitted',
  needId,
  unitId: V1,
  requester,
  proxy: null,
  contact: null,
  channel: 'app',
  kind: 'work-life',
  description: text,
  risks: null,
  voicedAt: instant(voicedAt),
  sourceDate: null,
  recordedAt: instant('20 01:00'),
  answerDueAt: instant('21 01:00'),
  assumed: false,
  policyVersion: 'TEST-1',
  ...more,
})
const risks = { known: false, description: null }
const answered = (type: string, needId: string, opened: string, more: object) => ({
  type,
  needId,
  opened: instant(opened),
  unitId: V1,
  minutesToAnswer: 60,
  ...more,
})
const placed = {
  type: 'OrderPlaced',
  day: null,
  intended: null,
  superviseFrom: instant('20 02:20'),
  superviseAt: null,
  orderId: 'O1',
  needId: 'N1',
  needOpened: instant('20 01:00'),
  owner: V1,
  requester: 'r1',
  contact: null,
  proxy: null,
  seats: 2,
  risks,
  specialty: 'hardship-relief',
  serviceClass: 'individual',
  planned: null,
  recordedAt: instant('20 02:20'),
  serviceDueFrom: instant('20 02:20'),
  serviceDueAt: instant('29 16:00'),
  assumed: false,
  serviceDuePolicy: 'TEST-1',
  policyVersion: 'TEST-1',
  escalatesAt: instant('22 02:20'),
}
const orderKeys = { orderId: 'O1', opened: instant('20 02:20'), round: 1, handler: V1 }
const offered = {
  type: 'OrderOffered',
  ...orderKeys,
  offerId: 'O1-1',
  teamId: 'B1',
  planned: null,
  override: null,
  expiresAt: instant('20 06:40'),
  policyVersion: 'TEST-1',
  ranking: { candidates: [], candidateCount: 0, leftOut: [], lastEvent: null },
}
const round = { type: 'order', orderId: 'O1', round: 1 }
const checkedIn = {
  type: 'CheckedIn',
  occasion: round,
  volunteer: 'a',
  at: instant('22 01:00'),
  toldAt: instant('22 01:05'),
  missingAt: instant('22 05:00'),
  late: false,
  told: null,
  policyVersion: 'TEST-1',
}
const segments = [{ start: instant('22 01:00'), end: instant('22 03:10') }]
const record = { volunteer: 'a', recordId: 'o.O1.1', bodyId: V1 }
const submitted = {
  type: 'RecordSubmitted',
  ...record,
  source: round,
  segments,
  minutes: 130,
  day: '2020-04-22',
  grade: 'system',
  content: 'hardship-relief',
  servedUnit: V1,
  home: V1,
  rosterArea: null,
  recordingUnit: V1,
  teamId: 'B1',
  recorder: null,
  responsible: 'b',
  marks: [],
  reason: null,
  recordedAt: instant('22 03:10'),
  lookUntil: null,
  policyVersion: 'TEST-1',
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
      approvedAt: instant('20 02:00'),
      orderDueAt: null,
      assumed: false,
      policyVersion: 'TEST-1',
    }),
  ),
  line(
    '20 02:00',
    people.clerkV1,
    answered('NeedMerged', 'N2', '20 01:10', {
      into: 'N1',
      requester: 'r2',
      contact: null,
      proxy: null,
      proposed: false,
      stoppedAt: '2020-04-20T02:00:00.000Z',
    }),
  ),
  line('20 02:20', people.clerkV1, placed),
  line(
    '20 02:20',
    timer,
    {
      type: 'NeedOrderNoted',
      needId: 'N1',
      opened: instant('20 01:00'),
      orderId: 'O1',
      placedAt: V1,
      owner: V1,
      follows: false,
      unwanted: null,
    },
    { cause: 4 },
  ),
  line('20 02:40', people.dispatcherT1, offered),
  line('22 01:05', people.a, checkedIn, { occurredAt: instant('22 01:00') }),
  line('22 03:10', timer, submitted),
  line('23 01:00', people.approverV1, {
    type: 'RecordWithdrawn',
    ...record,
    day: '2020-04-22',
    source: round,
    by: 'a',
    takenBack: false,
  }),
  line('23 01:00', people.approverV1, {
    type: 'RecordRejected',
    ...record,
    recordId: 'other',
    day: '2020-04-22',
    grade: 'system',
    source: round,
    by: 'q1',
    reason: { code: 'x', text: null },
  }),
]
const rows = foldRows(timeline, buildLog(words, story))

/** Walks the rows as a query does: first the row in question, then those to which it leads. */
const tellTimeline = (key: string): Timeline => {
  const keys = [key]
  for (const next of keys) keys.push(...(rows.get(next)?.leadsTo ?? []).filter((to) => !keys.includes(to)))
  return buildTimeline(keys.flatMap((one) => rows.get(one) ?? []))
}
const listTypes = (of: Timeline) => of.steps.map(({ type }) => type)

describe('a timeline', () => {
  it('N6, C21: joins a need with its orders, their assignments and records, in order, with who and when', () => {
    const { steps } = tellTimeline('need:N1')
    expect(listTypes({ lagMinutes: null, steps })).toEqual([
      'NeedSubmitted',
      'NeedApproved',
      'OrderPlaced',
      'NeedOrderNoted',
      'OrderOffered',
      'CheckedIn',
      'RecordSubmitted',
      'RecordWithdrawn',
    ])
    expect(steps[5]).toEqual({
      eventId: deriveEventId(7),
      causedBy: null,
      at: instant('22 01:00'),
      recordedAt: instant('22 01:05'),
      who: people.a,
      type: 'CheckedIn',
      facts: {
        occasion: round,
        volunteer: 'a',
        at: instant('22 01:00'),
        toldAt: instant('22 01:05'),
        missingAt: instant('22 05:00'),
        late: false,
        told: null,
        policyVersion: 'TEST-1',
      },
    })
  })

  it('N6: lists a cause before its effect where both were recorded at one instant', () => {
    const log = buildLog(words, story)
    const needRow = rows.get('need:N1')
    const orderRow = rows.get('order:O1')
    expect(needRow?.steps.map(({ recordedAt }) => recordedAt)).toContain(orderRow?.steps[0]?.recordedAt)
    for (const asked of [tellTimeline('need:N1'), tellTimeline('need:N2')]) {
      const ids = asked.steps.map(({ eventId }) => eventId)
      for (const { id, causationId } of log)
        if (causationId !== null && ids.includes(id)) expect(ids.indexOf(causationId)).toBeLessThan(ids.indexOf(id))
    }
  })

  it('N2: shows the lag since the need was voiced', () => {
    expect(tellTimeline('need:N1').lagMinutes).toBe(90)
    expect(tellTimeline('order:O1').lagMinutes).toBeNull()
  })

  it('N4, C16: shows channel and proxy', () => {
    expect(tellTimeline('need:N1').steps[0]).toMatchObject({
      who: people.h1,
      facts: { channel: 'grid-worker', requester: 'r1', proxy: { person: 'h1', kind: 'grid-worker' } },
    })
  })

  it('N5: of a merged need has its own steps and those of the other need', () => {
    const merged = tellTimeline('need:N2')
    expect(merged.lagMinutes).toBe(0)
    expect(listTypes(merged)).toEqual(expect.arrayContaining(['NeedMerged', 'NeedApproved', 'OrderOffered']))
    expect(merged.steps.filter(({ type }) => type === 'NeedSubmitted')).toHaveLength(2)
  })

  it('O10: keeps the ranking on the event alone', () => {
    const offer = tellTimeline('order:O1').steps.find(({ type }) => type === 'OrderOffered')
    expect(offer?.facts).toEqual({
      ...orderKeys,
      offerId: 'O1-1',
      teamId: 'B1',
      planned: null,
      override: null,
      expiresAt: instant('20 06:40'),
      policyVersion: 'TEST-1',
    })
  })

  it('N6: of a session includes its records', () => {
    const source = { type: 'session', sessionId: 'S' }
    const entered = line('24 01:00', people.recorderV2, { ...submitted, source, recordId: 'R5' })
    const row = foldRows(timeline, buildLog(words, [entered])).get('session:S')
    expect(row).toEqual({ steps: [], leadsTo: ['record:a:R5'] })
  })

  it('N6: has rows of plain JSON', () => {
    for (const row of rows.values()) expect(JSON.parse(JSON.stringify(row))).toEqual(row)
  })
})
