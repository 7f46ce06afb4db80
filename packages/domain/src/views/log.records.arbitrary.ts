/** Random histories of service records. */
import * as fc from 'fast-check'
import { units } from '../fixtures/people.ts'
import { at, day, drawOne, everywhere, persons, times, walk, type History } from './log.draw.arbitrary.ts'

const { V1, V2 } = units

type Standing = 'submitted' | 'held' | 'returned' | 'verified' | 'suspended' | 'under-hold' | 'final'
const onwards: Readonly<Record<Standing, ReadonlyArray<readonly [type: string, to: Standing]>>> = {
  submitted: [
    ['RecordVerified', 'verified'],
    ['RecordVerified', 'verified'],
    ['RecordHeld', 'held'],
    ['RecordReturned', 'returned'],
    ['RecordRejected', 'final'],
  ],
  held: [
    ['HoldCleared', 'submitted'],
    ['RecordRejected', 'final'],
  ],
  returned: [
    ['RecordResubmitted', 'submitted'],
    ['RecordWithdrawn', 'final'],
  ],
  verified: [
    ['RecordCorrected', 'verified'],
    ['RecordSuspended', 'suspended'],
    ['RecordHeld', 'under-hold'],
  ],
  'under-hold': [['RecordSuspended', 'suspended']],
  suspended: [
    ['HoldCleared', 'suspended'],
    ['RecordReinstated', 'verified'],
    ['RecordVoided', 'final'],
  ],
  final: [],
}

/** Ten minutes. Records of one registration share none of them; records of two registrations may share five. */
const makeSegment = (recordId: string, volunteer: string) => {
  const start = 10 * Number(recordId.slice(1)) + (volunteer === 'a' || volunteer === 'c' ? 0 : 5)
  const minute = (n: number): string => `2020-04-20T01:${String(n % 60).padStart(2, '0')}:00.000Z`
  return { start: minute(start - 10), end: minute(start) }
}

/** The history of one service record. */
export const record = (recordId: string): fc.Arbitrary<History> =>
  fc
    .record({
      volunteer: drawOne(...persons),
      servedUnit: drawOne(...everywhere),
      bodyId: drawOne(V1, V2, 'K'),
      grade: drawOne('system', 'attested', 'manual'),
      day,
      minutes: drawOne(0, 30, 60, 199, 200, 480),
      source: drawOne(
        { type: 'order', orderId: 'o1', round: 1 },
        { type: 'order', orderId: 'o2', round: 1 },
        { type: 'session', sessionId: 'S' },
      ),
      marks: drawOne<ReadonlyArray<string>>([], ['late']),
      recordedAt: at,
      picks: times(6),
    })
    .map(({ picks, marks, ...fields }) => {
      const segments = [makeSegment(recordId, fields.volunteer)]
      const words = { recordId, ...fields, segments, marks, holdId: 'hold-1' }
      const then = walk<{ at: Standing; minutes: number }>(
        { at: 'submitted', minutes: fields.minutes },
        (state, pick) => {
          const step = onwards[state.at][pick % Math.max(1, onwards[state.at].length)]
          if (step === undefined) return null
          const minutes = step[0] === 'RecordCorrected' ? Math.max(0, state.minutes - (pick % 50)) : state.minutes
          return [
            { ...words, type: step[0], minutes },
            { at: step[1], minutes },
          ]
        },
        picks,
      )
      return [{ ...words, type: 'RecordSubmitted' }, ...then]
    })
