/** The volunteers of an order are cleared, check in and check out. */
import { makeOccasion, planInterval, specialty, type Around } from './round.ts'
import { byProcess, endTime, formatTime, person, type Served, type Written } from './written.ts'

export const clearVolunteers = (
  { order, volunteers, township, village, days: [, , day] }: Served,
  around: Around,
): ReadonlyArray<Written> => {
  const planned = planInterval(day)
  const { orderId } = around
  const occasion = makeOccasion(around)
  return volunteers.flatMap((volunteer, index): ReadonlyArray<Written> => {
    const seat = `take-${order}-${index}.0`
    const stream = `assignment-o.${orderId}.1.${volunteer}`
    const actor = byProcess('open-assignment', seat)
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
      {
        stream,
        actor,
        data: { type: 'AssignmentOpened', ...opened, planned, seat, boundAt: formatTime(day, '05:00') },
      },
      { stream, actor, data: { type: 'AssignmentCleared', occasion, volunteer } },
      {
        stream: `order-${orderId}`,
        actor: byProcess('seat-clearance', cause),
        data: { type: 'SeatCleared', ...around, volunteer },
      },
    ]
  })
}

export const holdService = (served: Served, around: Around): ReadonlyArray<Written> => {
  const { volunteers, township, village, days, minutes } = served
  const day = days[2]
  const { orderId } = around
  const occasion = makeOccasion(around)
  const order = `order-${orderId}`
  const scheduled: Written = {
    stream: order,
    actor: byProcess('seat-clearance', `open-assignment.take-${served.order}-0.0.0.1`),
    data: {
      type: 'OrderScheduled',
      ...around,
      planned: planInterval(day),
      missedAt: formatTime(day, '10:00'),
      policyVersion: 'HABITS-1',
    },
  }
  const started: Written = {
    stream: order,
    actor: byProcess('service-start', `check-in-${served.order}.0`),
    data: {
      type: 'ServiceStarted',
      ...around,
      volunteer: volunteers[0] ?? '',
      at: formatTime(day, '06:00'),
      late: false,
    },
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
          type: 'CheckedIn',
          occasion,
          volunteer,
          at: formatTime(day, '06:00'),
          toldAt: formatTime(day, '06:00'),
          missingAt: formatTime(day, '10:00'),
          late: false,
          told: null,
          policyVersion: 'HABITS-1',
        },
      },
      {
        stream,
        actor,
        data: {
          type: 'CheckedOut',
          occasion,
          volunteer,
          ...out,
          segments,
          minutes: minutes[index] ?? 0,
          attempt: 0,
          at,
          missingAt: null,
          elsewhere: null,
          told: null,
          toldBefore: null,
        },
      },
    ]
  })
  return [scheduled, ...attended, started]
}
