/** The hours of an order are recorded, verified and credited. */
import { specialty } from './round.ts'
import { byProcess, endTime, formatTime, person, type Served, type Written } from './written.ts'

const creditPoints = (recordId: string, day: string, minutes: number): object => ({
  recordId,
  revision: 0,
  day,
  minutes,
  points: Math.floor(minutes / 30),
  policyVersion: 'HABITS-1',
})

export const recordService = ({
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
          type: 'RecordSubmitted',
          ...worth,
          ...common,
          segments,
          content: specialty,
          rosterArea: township,
          recordingUnit: township,
          recorder: null,
          responsible: volunteers[0],
          marks: [],
          reason: null,
          recordedAt: formatTime(day, '10:00'),
          lookUntil: null,
          policyVersion: 'HABITS-1',
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
