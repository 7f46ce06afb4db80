/** Logs for detectors: services as their events, with the words by which people came and left. */
import { interval, later, may, serve, type Line, type Served } from './county.fixture.ts'

/** A service that was recorded, and how its presence was told. */
export interface Attended extends Served {
  /** Who called the roll of the arrival; null: the volunteer checked in. */
  readonly cameBy?: string | null
  /** Who called the roll of the departure; null: the volunteer checked out. */
  readonly leftBy?: string | null
  /** The check-out is missing, and this person confirmed the end. */
  readonly confirmed?: { readonly by: string; readonly as?: string; readonly byReview?: boolean } | null
  /** The check-in reached the ledger late, or both ends did, as one capture. */
  readonly toldLate?: boolean | 'captured'
  /** A clerk typed what the callers said by telephone. */
  readonly typedBy?: string | null
}

const header = { bodyId: '131081104201', owner: '131081104201', specialty: 'hardship-relief' }
const term = { confirmBy: may(31), assumed: false, policyVersion: 'HABITS-1' }

const makeOccasion = ({ id, requester }: Pick<Served, 'id' | 'requester'>) =>
  requester === null ? { type: 'session', sessionId: id } : { type: 'order', orderId: id, round: 1 }

/** The events of one service, from the seat to the record. */
export const attend = (attended: Attended): ReadonlyArray<Line> => {
  const { id, volunteer, requester, start, minutes, plan = { start, minutes }, team: teamId = 'B1' } = attended
  const { cameBy = null, leftBy = null, confirmed = null, typedBy = null, toldLate = false } = attended
  const ref = { occasion: makeOccasion(attended), volunteer }
  const end = later(start, minutes * 60)
  const planned = interval(plan.start, plan.minutes)
  const tell = (caller: string | null, toldAt: string) => {
    if (caller === null) return null
    const hands = typedBy === null ? { by: caller, caller: null } : { by: typedBy, caller }
    return { ...hands, list: null, toldAt }
  }
  const toldBefore = tell(cameBy, start)
  const stay = { ...ref, ...header, teamId, segments: [interval(start, minutes)], minutes, attempt: 0 }
  const missingAt = later(planned.end, 7200)
  const ending =
    confirmed === null
      ? [
          {
            type: 'CheckedOut',
            ...stay,
            at: end,
            missingAt: null,
            elsewhere: null,
            told: tell(leftBy, end),
            toldBefore,
          },
        ]
      : [
          toldLate === 'captured'
            ? {
                type: 'PresenceCaptured',
                ...stay,
                ...{ at: end, missingAt: null, elsewhere: null, told: null, toldBefore, toldAt: missingAt, ...term },
              }
            : {
                type: 'CheckOutMissing',
                ...{ ...ref, bodyId: header.bodyId, cameAt: start, missingAt, proposedEnd: planned.end },
                ...{ attempt: 0, elsewhere: null, ...term },
              },
          {
            type: 'AttendanceConfirmed',
            ...stay,
            ...{ confirmer: confirmed.by, wasPresent: true, as: confirmed.as ?? 'present', clerkAt: null },
            byReview: confirmed.byReview ?? false,
          },
        ]
  const events = [
    { type: 'AssignmentOpened', ...ref, ...header, teamId, seat: `order-${id}.3`, boundAt: may(1), planned },
    {
      type: 'CheckedIn',
      ...ref,
      ...{
        at: start,
        toldAt: start,
        missingAt,
        late: toldLate === true,
        told: toldBefore,
        policyVersion: term.policyVersion,
      },
    },
    ...ending,
  ]
  const recordId = requester === null ? `s.${id}` : `o.${id}.1`
  return [...events.map((event) => ({ at: end, event })), ...serve({ recordId, ...attended })]
}

/** A person counted the volunteers at a service. */
export const countHeads = (of: Pick<Served, 'id' | 'requester'>, by: string, count: number): ReadonlyArray<Line> => [
  {
    at: may(1),
    event: {
      type: 'HeadCountTold',
      ...{ occasion: makeOccasion(of), count, by, caller: null, rollCallId: null, at: may(1), day: '2020-05-01' },
    },
  },
]
