/** Rows 1 to 19: from a need to verified minutes. */
import { units } from '../people.ts'
import type { Row } from '../row.ts'
import { assignment, at, dispatch, does, interval, need, record, refused, row, seat, text, timer } from '../words.ts'

const { V1 } = units

export const firstRound: ReadonlyArray<Row> = [
  row(
    1,
    'A grid worker records an elder’s need; the answer is due in 24 hours.',
    does(
      '04-20 01:00',
      'h1',
      need('N1', 'r1', V1, '04-20 01:00', {
        proxy: { person: 'h1', kind: 'grid-worker' },
        contact: 'f1',
        channel: 'grid-worker',
        risks: { known: true, description: text('steep stairs') },
      }),
      ['NeedSubmitted'],
    ),
  ),
  row(
    2,
    'Another resident asks for the same.',
    does('04-20 01:10', 'r2', need('N2', 'r2', V1, '04-20 01:10', { channel: 'app' }), ['NeedSubmitted']),
  ),
  row(
    3,
    'The clerk approves the first and merges the second into it: both are kept.',
    does('04-20 02:00', 'k1', { type: 'ApproveNeed', needId: 'N1', serviceClass: 'special-group', risks: null }, [
      'NeedApproved',
    ]),
    does('04-20 02:00', 'k1', { type: 'MergeNeed', needId: 'N2', into: 'N1' }, ['NeedMerged']),
  ),
  row(
    4,
    'An order of two seats is placed; it escalates by itself 48 hours later.',
    does(
      '04-20 02:20',
      'k1',
      {
        type: 'PlaceOrder',
        orderId: 'O1',
        needId: 'N1',
        specialty: 'hardship-relief',
        seats: 2,
        planned: interval('04-22 01:00', '04-22 03:00'),
      },
      ['OrderPlaced'],
    ),
  ),
  row(
    5,
    'A dispatcher of another township may not touch it (G4).',
    does('04-20 02:30', 'p2', dispatch('O1', 'O1-1', 'B1'), refused('OutsideJurisdiction')),
  ),
  row(
    6,
    'The township’s dispatcher offers it to B1; B2 and K are left out, with the reason.',
    does('04-20 02:40', 'p1', dispatch('O1', 'O1-1', 'B1'), ['OrderOffered']),
  ),
  row(
    7,
    'A dispatcher cannot accept for a team (A1).',
    does(
      '04-20 03:00',
      'p1',
      { type: 'AcceptOffer', orderId: 'O1', offerId: 'O1-1', planned: null, risksSeen: true },
      refused('NotTheOfferee'),
    ),
  ),
  row(8, 'The offer expires after 4 hours, without penalty (A2).', timer('04-20 06:40', 'OfferExpired')),
  row(
    9,
    'It is offered again; the first offer stays listed (O6).',
    does('04-20 07:00', 'p1', dispatch('O1', 'O1-2', 'B1'), ['OrderOffered']),
  ),
  row(
    10,
    'The team’s leader accepts.',
    does('04-20 07:30', 'b', { type: 'AcceptOffer', orderId: 'O1', offerId: 'O1-2', planned: null, risksSeen: true }, [
      'OrderAccepted',
    ]),
  ),
  row(
    11,
    'Two volunteers take the two seats; the third is refused (O11).',
    does('04-20 07:45', 'a', seat('O1', 1), ['SeatTaken']),
    does('04-20 07:45', 'b', seat('O1', 1), ['SeatTaken']),
    does('04-20 07:45', 'e', seat('O1', 1), refused('OrderFull', { seats: 2 })),
  ),
  row(
    12,
    'Both check in: service is under way.',
    does('04-22 01:00', 'a', assignment('CheckIn', 'O1', 1, 'a'), ['CheckedIn']),
    does('04-22 01:00', 'b', assignment('CheckIn', 'O1', 1, 'b'), ['CheckedIn']),
  ),
  row(
    13,
    'a checks out: 130 minutes, captured by the system.',
    does('04-22 03:10', 'a', assignment('CheckOut', 'O1', 1, 'a'), ['CheckedOut']),
  ),
  row(14, 'b forgot: the planned end is proposed and counts nothing (A9).', timer('04-22 05:00', 'CheckOutMissing')),
  row(
    15,
    'A clerk who was there confirms: 120 minutes, attested.',
    does(
      '04-22 06:00',
      'k1',
      assignment('ConfirmAttendance', 'O1', 1, 'b', { end: at('04-22 03:00'), wasPresent: true }),
      ['AttendanceConfirmed'],
    ),
  ),
  row(
    16,
    'Service is reported; a review may come within 7 days.',
    does('04-22 06:10', 'b', { type: 'ReportService', orderId: 'O1', round: 1 }, ['ServiceReported']),
  ),
  row(
    17,
    'Nobody reviews an own service (O9).',
    does(
      '04-22 08:00',
      'a',
      { type: 'ReviewOrder', orderId: 'O1', round: 1, rating: 5, verdict: 'solved', comment: null },
      refused('ReviewerIsPerformer'),
    ),
  ),
  row(
    18,
    'The named contact reviews: not solved. Closed is not solved.',
    does(
      '04-22 10:00',
      'f1',
      { type: 'ReviewOrder', orderId: 'O1', round: 1, rating: 2, verdict: 'not-solved', comment: null },
      ['OrderReviewed', 'OrderClosed'],
    ),
  ),
  row(
    19,
    'The village’s approver verifies both records; points follow.',
    does('04-23 01:00', 'q1', record('VerifyRecord', 'R1'), ['RecordVerified']),
    does('04-23 01:00', 'q1', record('VerifyRecord', 'R2'), ['RecordVerified']),
  ),
]
