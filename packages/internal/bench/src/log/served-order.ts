/** One order from its need to its thanks, as the ledger writes it: 31 events of two volunteers, in their order. */
import { servedNeed, risks } from './served-need.ts'
import { byProcess, formatTime, endTime, person, type Served, type Written } from './written.ts'

const ranking = {
  candidates: ['b-131081204204', 'b-131081204207', 'b-131081204208', 'b-131081204220'].map((teamId) => ({
    teamId,
    mainSpecialty: false,
    distance: 2,
    openOffers: 0,
    load: 0,
    refusedThisSlot: false,
  })),
  candidateCount: 4,
  leftOut: [
    { reason: 'level', teams: ['s-1', 's-2', 's-3', 's-4', 's-5', 's-6', 's-7'], count: 7 },
    { reason: 'specialty', teams: ['d-131081001-he', 'd-131081101-he', 'd-131081104-he', 'd-131081105-he'], count: 10 },
    { reason: 'area', teams: ['b-131081001001', 'b-131081001011', 'b-131081100006', 'b-131081100009'], count: 71 },
  ],
}

const specialty = 'hardship-relief'

interface Around {
  readonly orderId: string
  readonly opened: string
  readonly round: 1
  readonly handler: string
}

const makeOccasion = ({ orderId, round }: Around) => ({ type: 'order' as const, orderId, round })

const placeOrder = (served: Served): ReadonlyArray<Written> => {
  const { order, requester, village, days } = served
  const [voiced, approved, day] = days
  return [
    {
      stream: `order-o${order}`,
      actor: person(`clerk-${village}`, 'clerk', village),
      data: {
        ...{ type: 'OrderPlaced', orderId: `o${order}`, needId: `n${order}`, owner: village, requester, contact: null },
        ...{
          needOpened: formatTime(voiced, '03:00'),
          proxy: null,
          specialty,
          serviceClass: 'individual',
          risks,
          seats: 3,
          planned: null,
        },
        ...{ recordedAt: formatTime(approved, '00:00'), serviceDueFrom: formatTime(approved, '00:00') },
        ...{
          serviceDueAt: formatTime(day, '16:00'),
          serviceDuePolicy: 'HABITS-1',
          assumed: false,
          escalatesAt: formatTime(day, '00:00'),
        },
        policyVersion: 'HABITS-1',
      },
    },
    {
      stream: `need-n${order}`,
      actor: byProcess('need-orders', `place-${order}.0`),
      data: {
        ...{ type: 'NeedOrderNoted', needId: `n${order}`, opened: formatTime(voiced, '03:00') },
        ...{ orderId: `o${order}`, unwanted: null },
      },
    },
  ]
}

const planInterval = (day: string): object => ({ start: formatTime(day, '06:00'), end: formatTime(day, '08:00') })

const acceptOffer = (
  { order, volunteers, township, village, days: [, , day] }: Served,
  around: Around,
): ReadonlyArray<Written> => {
  const stream = `order-o${order}`
  const planned = planInterval(day)
  const [offerId, teamId] = [`${around.orderId}-1`, `d-${township}-hr`]
  const seated = { teamId, bodyId: township, owner: village, specialty, planned, risksSeen: true }
  return [
    {
      stream,
      actor: person(`dispatcher-${township}`, 'dispatcher', village),
      data: {
        ...{ type: 'OrderOffered', ...around, offerId, teamId, planned: null, ranking, override: null },
        ...{ expiresAt: formatTime(day, '04:00'), policyVersion: 'HABITS-1' },
      },
    },
    {
      stream,
      actor: person(volunteers[0], 'volunteer', township),
      data: {
        ...{ type: 'OrderAccepted', ...around, teamId, bodyId: township, offerId, claimed: false, planned },
        ...{ timeStated: true, risksSeen: true },
      },
    },
    ...volunteers.map((volunteer) => ({
      stream,
      actor: person(volunteer, 'volunteer', township),
      data: { type: 'SeatTaken' as const, ...around, volunteer, ...seated },
    })),
  ]
}

const clearVolunteers = (
  { order, volunteers, township, village, days: [, , day] }: Served,
  around: Around,
): ReadonlyArray<Written> => {
  const planned = planInterval(day)
  const { orderId } = around
  const occasion = makeOccasion(around)
  return volunteers.flatMap((volunteer, index): ReadonlyArray<Written> => {
    const seat = `take-${order}-${index}.0`
    const [stream, actor] = [`assignment-o.${orderId}.1.${volunteer}`, byProcess('open-assignment', seat)]
    const cause = `open-assignment.${seat}.0.1`
    const opened = {
      occasion,
      volunteer,
      teamId: `d-${township}-hr`,
      bodyId: township,
      owner: village,
      specialty,
    }
    return [
      { stream, actor, data: { type: 'AssignmentOpened', ...opened, planned, seat } },
      { stream, actor, data: { type: 'AssignmentCleared', occasion, volunteer } },
      {
        stream: `order-${orderId}`,
        actor: byProcess('seat-clearance', cause),
        data: { type: 'SeatCleared', ...around, volunteer },
      },
    ]
  })
}

const holdService = (served: Served, around: Around): ReadonlyArray<Written> => {
  const { volunteers, township, village, days, minutes } = served
  const day = days[2]
  const { orderId } = around
  const occasion = makeOccasion(around)
  const order = `order-${orderId}`
  const scheduled: Written = {
    stream: order,
    actor: byProcess('seat-clearance', `open-assignment.take-${served.order}-0.0.0.1`),
    data: {
      ...{ type: 'OrderScheduled', ...around, planned: planInterval(day), missedAt: formatTime(day, '10:00') },
      policyVersion: 'HABITS-1',
    },
  }
  const started: Written = {
    stream: order,
    actor: byProcess('service-start', `check-in-${served.order}.0`),
    data: { type: 'ServiceStarted', ...around, at: formatTime(day, '06:00') },
  }
  const attended = volunteers.flatMap((volunteer, index): ReadonlyArray<Written> => {
    const stream = `assignment-o.${orderId}.1.${volunteer}`
    const actor = person(volunteer, 'volunteer', township)
    const at = endTime(day, minutes[index] ?? 0)
    const out = { teamId: `d-${township}-hr`, bodyId: township, owner: village, specialty }
    const segments = [{ start: formatTime(day, '06:00'), end: at }]
    return [
      {
        stream,
        actor,
        data: {
          ...{
            type: 'CheckedIn',
            occasion,
            volunteer,
            at: formatTime(day, '06:00'),
            missingAt: formatTime(day, '10:00'),
          },
          policyVersion: 'HABITS-1',
        },
      },
      {
        stream,
        actor,
        data: {
          ...{ type: 'CheckedOut', occasion, volunteer, ...out, segments, minutes: minutes[index] ?? 0, at },
          ...{ missingAt: null },
        },
      },
    ]
  })
  return [scheduled, ...attended, started]
}

const recordService = ({
  order,
  volunteers,
  township,
  village,
  days: [, , day],
  minutes,
}: Served): ReadonlyArray<Written> => {
  const source = { type: 'order', orderId: `o${order}`, round: 1 }
  const common = { day, grade: 'system', source, servedUnit: village, bodyId: township, teamId: `d-${township}-hr` }
  return volunteers.flatMap((volunteer, index): ReadonlyArray<Written> => {
    const worth = { volunteer, recordId: `o.o${order}.1`, minutes: minutes[index] ?? 0, home: village }
    const segments = [{ start: formatTime(day, '06:00'), end: endTime(day, minutes[index] ?? 0) }]
    return [
      {
        stream: `record-${volunteer}`,
        actor: byProcess('attendance-records', `report-${order}.${index}`),
        data: {
          ...{ type: 'RecordSubmitted', ...worth, ...common, segments, content: specialty, rosterArea: township },
          ...{ recorder: null, responsible: volunteers[0], marks: [], reason: null },
          ...{ recordedAt: formatTime(day, '10:00'), policyVersion: 'HABITS-1' },
        },
      },
      {
        stream: `record-${volunteer}`,
        actor: person(`approver-${township}`, 'approver', township),
        data: { type: 'RecordVerified', ...worth, ...common, revision: 0, approver: `approver-${township}` },
      },
      {
        stream: `points-${volunteer}`,
        actor: byProcess('points', `verify-${order}.${index}`),
        data: { type: 'PointsCredited', volunteer, ...creditPoints(worth.recordId, day, worth.minutes) },
      },
    ]
  })
}

const creditPoints = (recordId: string, day: string, minutes: number): object => ({
  recordId,
  revision: 0,
  day,
  minutes,
  points: Math.floor(minutes / 30),
  policyVersion: 'HABITS-1',
})

const closeOrder = (
  { order, requester, volunteers, township, rating, days: [, , day] }: Served,
  around: Around,
): ReadonlyArray<Written> => {
  const stream = `order-o${order}`
  const by = person(requester, 'resident', '131081')
  return [
    {
      stream,
      actor: person(`dispatcher-${township}`, 'dispatcher', township),
      data: {
        ...{ type: 'ServiceReported', ...around, teamId: `d-${township}-hr`, seated: volunteers },
        ...{ reportedAt: formatTime(day, '11:00'), lapsesAt: formatTime(day, '12:00'), policyVersion: 'HABITS-1' },
      },
    },
    {
      stream,
      actor: by,
      data: {
        ...{ type: 'OrderReviewed', ...around, reviewer: requester, as: 'requester', rating, verdict: 'solved' },
        ...{ comment: null, seated: volunteers },
      },
    },
    {
      stream,
      actor: by,
      data: {
        ...{ type: 'OrderClosed', ...around, outcome: 'solved', reopenableUntil: formatTime(day, '23:00') },
        ...{ seated: volunteers, policyVersion: 'HABITS-1' },
      },
    },
    ...volunteers.map((volunteer) => ({
      stream: `star-${volunteer}`,
      actor: byProcess('note-review', `review-${order}.0`),
      data: { type: 'ReviewNoted' as const, volunteer, orderId: `o${order}`, round: 1, rating, orderVersion: 10 },
    })),
  ]
}

/** All that is written about one order. */
export const servedOrder = (served: Served): ReadonlyArray<Written> => {
  const opened = formatTime(served.days[1], '00:00')
  const around: Around = { orderId: `o${served.order}`, opened, round: 1, handler: served.village }
  return [
    ...servedNeed(served),
    ...placeOrder(served),
    ...acceptOffer(served, around),
    ...clearVolunteers(served, around),
    ...holdService(served, around),
    ...recordService(served),
    ...closeOrder(served, around),
  ]
}
