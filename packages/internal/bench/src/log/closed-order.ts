/** A served order is reported, reviewed and closed. */
import type { Around } from './round.ts'
import { byProcess, formatTime, person, type Served, type Written } from './written.ts'

export const closeOrder = (
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
        type: 'ServiceReported',
        ...around,
        teamId: `d-${township}-hr`,
        seated: volunteers,
        reportedAt: formatTime(day, '11:00'),
        lapsesAt: formatTime(day, '12:00'),
        policyVersion: 'HABITS-1',
      },
    },
    {
      stream,
      actor: by,
      data: {
        type: 'OrderReviewed',
        ownTeam: false,
        replaces: null,
        reviewedAt: formatTime(day, '12:00'),
        replaceableUntil: null,
        policyVersion: 'HABITS-1',
        ...around,
        reviewer: requester,
        as: 'requester',
        rating,
        verdict: 'solved',
        comment: null,
        seated: volunteers,
      },
    },
    {
      stream,
      actor: by,
      data: {
        type: 'OrderClosed',
        ...around,
        outcome: 'solved',
        reopenableUntil: formatTime(day, '23:00'),
        seated: volunteers,
        policyVersion: 'HABITS-1',
      },
    },
    ...volunteers.map((volunteer) => ({
      stream: `star-${volunteer}`,
      actor: byProcess('note-review', `review-${order}.0`),
      data: {
        type: 'ReviewNoted' as const,
        volunteer,
        orderId: `o${order}`,
        round: 1,
        rating,
        reviewer: requester,
        orderVersion: 10,
      },
    })),
  ]
}
