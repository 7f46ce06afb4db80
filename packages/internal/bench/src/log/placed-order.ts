/** An order that is placed, offered to a team and accepted, with its seats taken. */
import { planInterval, specialty, type Around } from './round.ts'
import { risks } from './served-need.ts'
import { byProcess, formatTime, person, type Served, type Written } from './written.ts'

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
  lastEvent: null,
  leftOut: [
    { reason: 'level', teams: ['s-1', 's-2', 's-3', 's-4', 's-5', 's-6', 's-7'], count: 7 },
    { reason: 'specialty', teams: ['d-131081001-he', 'd-131081101-he', 'd-131081104-he', 'd-131081105-he'], count: 10 },
    { reason: 'area', teams: ['b-131081001001', 'b-131081001011', 'b-131081100006', 'b-131081100009'], count: 71 },
  ],
}

export const placeOrder = (served: Served): ReadonlyArray<Written> => {
  const { order, requester, village, days } = served
  const [voiced, approved, day] = days
  return [
    {
      stream: `order-o${order}`,
      actor: person(`clerk-${village}`, 'clerk', village),
      data: {
        type: 'OrderPlaced',
        day: null,
        intended: null,
        superviseFrom: formatTime(approved, '00:00'),
        superviseAt: null,
        orderId: `o${order}`,
        needId: `n${order}`,
        owner: village,
        requester,
        contact: null,
        needOpened: formatTime(voiced, '03:00'),
        proxy: null,
        specialty,
        serviceClass: 'individual',
        risks,
        seats: 3,
        planned: null,
        recordedAt: formatTime(approved, '00:00'),
        serviceDueFrom: formatTime(approved, '00:00'),
        serviceDueAt: formatTime(day, '16:00'),
        serviceDuePolicy: 'HABITS-1',
        assumed: false,
        escalatesAt: formatTime(day, '00:00'),
        policyVersion: 'HABITS-1',
      },
    },
    {
      stream: `need-n${order}`,
      actor: byProcess('need-orders', `place-${order}.0`),
      data: {
        type: 'NeedOrderNoted',
        needId: `n${order}`,
        opened: formatTime(voiced, '03:00'),
        orderId: `o${order}`,
        placedAt: village,
        owner: village,
        follows: false,
        unwanted: null,
      },
    },
  ]
}

export const acceptOffer = (
  { order, volunteers, township, village, days: [, , day] }: Served,
  around: Around,
): ReadonlyArray<Written> => {
  const stream = `order-o${order}`
  const planned = planInterval(day)
  const offerId = `${around.orderId}-1`
  const teamId = `d-${township}-hr`
  const seated = { teamId, bodyId: township, owner: village, specialty, planned, risksSeen: true }
  return [
    {
      stream,
      actor: person(`dispatcher-${township}`, 'dispatcher', village),
      data: {
        type: 'OrderOffered',
        ...around,
        offerId,
        teamId,
        planned: null,
        ranking,
        override: null,
        expiresAt: formatTime(day, '04:00'),
        policyVersion: 'HABITS-1',
      },
    },
    {
      stream,
      actor: person(volunteers[0], 'volunteer', township),
      data: {
        type: 'OrderAccepted',
        day: null,
        acceptedAt: formatTime(day, '00:00'),
        ...around,
        teamId,
        bodyId: township,
        offerId,
        claimed: false,
        planned,
        timeStated: true,
        risksSeen: true,
      },
    },
    ...volunteers.map((volunteer) => ({
      stream,
      actor: person(volunteer, 'volunteer', township),
      data: { type: 'SeatTaken' as const, ...around, volunteer, ...seated },
    })),
  ]
}
