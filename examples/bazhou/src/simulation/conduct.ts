/** How simulated people answer what happens: an event → what a person does later. All of it is simulated. */
import { plusHours, type Instant } from '@zhiyuan/kernel'
import type { LedgerEnvelope, LedgerEvent } from '@zhiyuan/domain'
import type { PlainCommand } from '@zhiyuan/ledger'
import { approver, cityApprover, clerk, dispatcher, requesterName, resident, volunteerActor } from '../world/people.ts'
import type { Team } from '../world/teams.ts'
import { cityCode } from '../world/units.ts'
import type { Deed } from './agenda.ts'
import { confirmCapture, confirmMissing, serve, takeOver } from './attend.ts'
import type { Cast, Happened, Interval } from './cast.ts'
import { isSold } from './fraud.ts'
import { beijingTime, nextMorning, secondLook } from './hours.ts'
import { approveSheet } from './paper.ts'
import { askLater, dispatchLater, findLaterDay, grantLater, isUrged, urgeNeed, urgeOrder } from './scenes.ts'

type Handlers = { readonly [T in LedgerEvent['type']]?: (cast: Cast, happened: Happened<T>) => void }

const specialties: Readonly<Record<string, string>> = {
  graffiti: 'hygiene-environment',
  garbage: 'hygiene-environment',
  trees: 'hygiene-environment',
  'flooding-on-property': 'hygiene-environment',
  glazier: 'hardship-relief',
  labourer: 'hardship-relief',
}

const reason = (code: string) => ({ code, text: null })
const noRisk = { known: false, description: null }

const plan = (cast: Cast, lane: string, deed: Omit<Deed, 'lane'>): void => cast.agenda.plan({ ...deed, lane })

/** Plans a search for a team. `perform` asks the ledger for the ranking when the deed is done. */
const dispatch = (cast: Cast, at: Instant, orderId: string, handler: string): void =>
  plan(cast, orderId, { at: nextMorning(at), by: dispatcher(handler), command: { type: 'Dispatch', orderId } })

/** Once in a while the dispatcher does not look for days, and the order escalates by itself; so does the one that is urged. */
const queue = (
  cast: Cast,
  now: Instant,
  { orderId, handler, round }: { orderId: string; handler: string; round: number },
): void => {
  const slow = isUrged(cast, orderId) || cast.chance.happens(0.04, 'slow', orderId, handler, round)
  dispatch(
    cast,
    plusHours(now, slow ? 60 : cast.chance.between(1, 8, 'dispatch', orderId, handler, round)),
    orderId,
    handler,
  )
}

const answer = (cast: Cast, happened: Happened<'NeedSubmitted'>): void => {
  const { now } = happened
  const { needId, unitId } = happened.event
  const sorted = cast.sorted.get(needId)
  const late = cast.chance.happens(0.03, 'late', needId)
  const at = plusHours(
    now,
    late ? cast.chance.between(26, 60, 'answer', needId) : cast.chance.between(1, 17, 'answer', needId),
  )
  const command: PlainCommand =
    sorted === undefined || sorted.refer !== null
      ? { type: 'ReferNeed', needId, receiver: sorted?.refer ?? '12345', reason: reason('not-volunteer-service') }
      : { type: 'ApproveNeed', needId, serviceClass: 'individual', risks: noRisk }
  plan(cast, needId, { at, by: clerk(unitId), command })
  if (sorted?.refer === null) {
    if (late) urgeNeed(cast, happened)
    const seats = sorted.class === 'labourer' ? 3 : 2
    const order: PlainCommand = {
      type: 'PlaceOrder',
      orderId: `o${needId.slice(1)}`,
      needId,
      specialty: specialties[sorted.class] ?? 'hardship-relief',
      seats,
      planned: null,
    }
    plan(cast, needId, { at: plusHours(at, 3), by: clerk(unitId), command: order })
  }
}

const reply = (cast: Cast, { now, event }: Happened<'OrderOffered'>): void => {
  const { orderId, offerId, round } = event
  const team = cast.teams.get(event.teamId)
  const leader = team?.members[0]
  if (team === undefined || leader === undefined) return
  const by = volunteerActor(leader, team.unit)
  const mood = cast.chance.draw('reply', offerId)
  if (mood > 0.96) return
  if (mood > 0.9) {
    plan(cast, orderId, {
      at: plusHours(now, 1),
      by,
      command: { type: 'DeclineOffer', orderId, offerId, reason: reason('busy') },
    })
    return
  }
  const soon = beijingTime(
    now,
    cast.chance.between(1, 4, 'day', orderId, round),
    cast.chance.pick([9, 14], 'hour', orderId, round) ?? 9,
  )
  const start = findLaterDay(cast, orderId) ?? soon
  const planned = { start, end: plusHours(start, cast.chance.between(2, 3, 'hours', orderId, round)) }
  plan(cast, orderId, {
    at: plusHours(now, 1),
    by,
    command: { type: 'AcceptOffer', orderId, offerId, planned, risksSeen: true },
  })
}

/** Some members come nearly always: hours are far from evenly spread. */
const attendanceChance = (cast: Cast, team: Team, orderId: string, round: number): ReadonlyArray<string> =>
  team.members
    .map((person, rank) => ({ person, keen: cast.chance.draw('keen', person, orderId, round) + rank * 0.22 }))
    .sort((a, b) => a.keen - b.keen)
    .map(({ person }) => person)

const isFree = ({ promised }: Cast, person: string, { start, end }: Interval): boolean =>
  !(promised.get(person) ?? []).some((other) => other.start < end && start < other.end)

const takeSeats = (
  cast: Cast,
  { now, event: { orderId, round, teamId, planned } }: Happened<'OrderAccepted'>,
): void => {
  const team = cast.teams.get(teamId)
  if (team === undefined || planned === null) return
  const free = attendanceChance(cast, team, orderId, round).filter((person) => isFree(cast, person, planned))
  const [, second] = free
  if (second !== undefined && cast.chance.happens(0.04, 'paper', orderId, round))
    cast.signing.set(`${orderId} ${round}`, second)
  for (const person of free.slice(0, 2)) {
    cast.promised.set(person, [...(cast.promised.get(person) ?? []), planned])
    plan(cast, orderId, {
      at: plusHours(now, 1),
      by: volunteerActor(person, team.unit),
      command: { type: 'TakeSeat', orderId, round, risksSeen: true },
    })
  }
}

const review = (cast: Cast, { now, event }: Happened<'ServiceReported'>, requester: string): void => {
  const { orderId, round } = event
  const mood = cast.chance.draw('review', orderId, round)
  if (mood > 0.72) return
  const rating = mood < 0.05 ? 2 : mood < 0.12 ? 3 : mood < 0.4 ? 4 : 5
  const verdict = mood < 0.05 ? 'not-solved' : mood < 0.12 ? 'partly' : 'solved'
  const at = plusHours(now, cast.chance.between(2, 120, 'reviewed', orderId, round))
  plan(cast, orderId, {
    at,
    by: resident(requester, cityCode),
    command: { type: 'ReviewOrder', orderId, round, rating, verdict, comment: null },
  })
}

const reopen = (cast: Cast, { now, event }: Happened<'OrderClosed'>, requester: string): void => {
  const { orderId, round, outcome } = event
  if (outcome !== 'not-solved' || round > 1) return
  const command: PlainCommand = { type: 'ReopenOrder', orderId, round, reason: reason('not-solved') }
  plan(cast, orderId, { at: plusHours(now, 30), by: resident(requester, cityCode), command })
}

/** The records of a sheet are approved with it (H14). */
const isOnSheet = (recordId: string): boolean => recordId.startsWith('p.')

/** What was written down by hand is looked at a second time before it is approved (H20). */
const approve = (cast: Cast, { now, event }: Happened<'RecordSubmitted'>): void => {
  const { volunteer, recordId, bodyId, grade } = event
  if (isSold(recordId) || isOnSheet(recordId)) return
  const wait = grade === 'manual' ? secondLook : 0
  const unit = cast.approvingUnit(bodyId)
  const by = unit === cityCode ? cityApprover : approver(unit)
  plan(cast, `record-${volunteer}`, {
    at: plusHours(now, wait + cast.chance.between(10, 60, 'verify', volunteer, recordId)),
    by,
    command: { type: 'VerifyRecord', volunteer, recordId },
  })
}

const handlers: Handlers = {
  NeedSubmitted: answer,
  OrderPlaced: (cast, happened) => {
    const { orderId, owner: handler } = happened.event
    queue(cast, happened.now, { orderId, handler, round: 1 })
    urgeOrder(cast, happened)
  },
  OrderReopened: (cast, { now, event }) => queue(cast, now, event),
  OrderEscalated: (cast, { now, event }) => dispatch(cast, plusHours(now, 4), event.orderId, event.to),
  OfferDeclined: (cast, happened) => {
    const { orderId, handler } = happened.event
    if (!askLater(cast, happened)) dispatch(cast, plusHours(happened.now, 3), orderId, handler)
  },
  ExtensionAsked: grantLater,
  ExtensionGranted: dispatchLater,
  OfferExpired: (cast, { now, event }) => dispatch(cast, plusHours(now, 5), event.orderId, event.handler),
  OrderMissed: (cast, { now, event }) =>
    plan(cast, event.orderId, {
      at: plusHours(now, 12),
      by: dispatcher(cityCode),
      command: { type: 'Dispatch', orderId: event.orderId },
    }),
  NoTeamFound: (cast, { now, event: { orderId, round, handler } }) =>
    handler === cityCode
      ? dispatch(cast, plusHours(now, 24), orderId, handler)
      : plan(cast, orderId, {
          at: plusHours(now, 2),
          by: dispatcher(handler),
          command: { type: 'EscalateOrder', orderId, round, from: handler, reason: reason('no-team') },
        }),
  OrderOffered: reply,
  OrderAccepted: takeSeats,
  AssignmentOpened: serve,
  CheckOutMissing: confirmMissing,
  PresenceCaptured: confirmCapture,
  CaptureUnconfirmed: takeOver,
  OrderScheduled: (cast, { event: { orderId, round, planned } }) =>
    plan(cast, orderId, {
      at: plusHours(planned.end, 5),
      by: dispatcher(cityCode),
      command: { type: 'ReportService', orderId, round },
    }),
  ServiceReported: (cast, happened) => review(cast, happened, requesterName(happened.event.orderId)),
  OrderClosed: (cast, happened) => reopen(cast, happened, requesterName(happened.event.orderId)),
  RecordSubmitted: approve,
  SheetEntered: approveSheet,
}

/** Plans what people will do about an event. */
export const conduct = (cast: Cast, envelope: LedgerEnvelope): void => {
  const handler = handlers[envelope.data.type] as
    ((cast: Cast, happened: Happened<LedgerEvent['type']>) => void) | undefined
  handler?.(cast, { now: envelope.recordedAt, event: envelope.data })
}
