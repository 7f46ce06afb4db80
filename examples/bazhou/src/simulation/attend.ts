/** How simulated volunteers come and leave: most on time, a few offline, by a clerk's call, or with a mistake that they take back. */
import { plusHours, type Instant } from '@zhiyuan/kernel'
import type { LedgerEvent } from '@zhiyuan/domain'
import type { PlainCommand } from '@zhiyuan/ledger'
import { clerk, recorder, requesterName, resident, volunteerActor } from '../world/people.ts'
import { cityCode } from '../world/units.ts'
import type { Deed } from './agenda.ts'
import type { Cast, Happened } from './cast.ts'
import { onPaper } from './paper.ts'

type Opened = Extract<LedgerEvent, { readonly type: 'AssignmentOpened' }>
type Manner = 'on-paper' | 'absent' | 'by-call' | 'offline' | 'mis-tap' | 'forgets' | 'on-time'

const chances: ReadonlyArray<readonly [Manner, number]> = [
  ['absent', 0.02],
  ['by-call', 0.03],
  ['offline', 0.04],
  ['mis-tap', 0.02],
  ['forgets', 0.04],
]

const plusMinutes = (from: Instant, minutes: number): Instant => plusHours(from, minutes / 60)

/** Who signs the paper of a round has a partner who taps on time, so that the ledger knows that service began. */
const drawManner = (cast: Cast, round: string, volunteer: string): Manner => {
  const signing = cast.signing.get(round)
  if (signing !== undefined) return signing === volunteer ? 'on-paper' : 'on-time'
  const drawn = cast.chance.draw('manner', `${round} ${volunteer}`)
  let limit = 0
  for (const [manner, chance] of chances) if (drawn < (limit += chance)) return manner
  return 'on-time'
}

interface Presence {
  readonly opened: Opened
  readonly orderId: string
  readonly from: Instant
  readonly to: Instant
  readonly team: string
}

/** Two who serve together do not wait for each other's telephone. */
const planFor = (cast: Cast, { orderId, opened }: Presence, deed: Omit<Deed, 'lane'>): void =>
  cast.agenda.plan({ ...deed, lane: `${orderId} ${opened.volunteer}` })

/** What the volunteer's own phone says; `told` is when it reaches the ledger. */
const tap = (
  cast: Cast,
  presence: Presence,
  type: 'CheckIn' | 'CheckOut' | 'TakeBackCheckOut',
  { at, told = at }: { readonly at: Instant; readonly told?: Instant },
): void => {
  const { occasion, volunteer } = presence.opened
  const by = volunteerActor(volunteer, presence.team)
  planFor(cast, presence, { at: told, occurredAt: at, by, command: { type, occasion, volunteer } })
}

/** The volunteer has no phone and calls the clerk of the centre, who types it (A12). */
const call = (cast: Cast, presence: Presence, phase: 'came' | 'left', at: Instant): void => {
  const { occasion, volunteer } = presence.opened
  const command: PlainCommand = {
    type: 'CallRoll',
    rollCallId: `${presence.orderId}-${volunteer}-${phase}`.slice(0, 64),
    occasion,
    phase,
    volunteers: [volunteer],
    headCount: 1,
    place: cityCode,
    caller: volunteer,
  }
  planFor(cast, presence, { at, occurredAt: at, by: clerk(cityCode), command })
}

const act: Readonly<Record<Manner, (cast: Cast, presence: Presence) => void>> = {
  'on-paper': (cast, { opened, from, to }) => onPaper(cast, opened, { start: from, end: to }),
  absent: () => undefined,
  'by-call': (cast, presence) => {
    call(cast, presence, 'came', presence.from)
    call(cast, presence, 'left', presence.to)
  },
  offline: (cast, presence) => {
    const told = plusHours(presence.to, cast.chance.between(2, 30, 'signal', presence.orderId))
    tap(cast, presence, 'CheckIn', { at: presence.from, told })
    tap(cast, presence, 'CheckOut', { at: presence.to, told: plusMinutes(told, 1) })
  },
  'mis-tap': (cast, presence) => {
    const mistake = plusMinutes(presence.to, -40)
    tap(cast, presence, 'CheckIn', { at: presence.from })
    tap(cast, presence, 'CheckOut', { at: mistake })
    tap(cast, presence, 'TakeBackCheckOut', { at: plusMinutes(mistake, 3) })
    tap(cast, presence, 'CheckOut', { at: presence.to })
  },
  forgets: (cast, presence) => {
    tap(cast, presence, 'CheckIn', { at: presence.from })
  },
  'on-time': (cast, presence) => {
    tap(cast, presence, 'CheckIn', { at: presence.from })
    tap(cast, presence, 'CheckOut', { at: presence.to })
  },
}

/** Plans how a volunteer with a seat comes and leaves. */
export const serve = (cast: Cast, { event }: Happened<'AssignmentOpened'>): void => {
  const { occasion, volunteer, planned, teamId } = event
  const team = teamId === null ? undefined : cast.teams.get(teamId)
  if (occasion.type !== 'order' || planned === null || team === undefined) return
  const { orderId, round } = occasion
  const from = plusMinutes(planned.start, cast.chance.between(0, 12, 'in', orderId, volunteer))
  const to = plusMinutes(planned.end, cast.chance.between(-15, 20, 'out', orderId, volunteer))
  act[drawManner(cast, `${orderId} ${round}`, volunteer)](cast, { opened: event, orderId, from, to, team: team.unit })
}

/** The person who was served says until when the volunteer was there; now and then no one says it (A9, A14). */
const confirm = (cast: Cast, now: Instant, event: Unconfirmed, end: Instant): void => {
  const { occasion, volunteer } = event
  if (occasion.type !== 'order' || cast.chance.happens(0.15, 'unconfirmed', occasion.orderId, volunteer)) return
  const command: PlainCommand = { type: 'ConfirmAttendance', occasion, volunteer, end, wasPresent: true }
  const by = resident(requesterName(occasion.orderId), cityCode)
  cast.agenda.plan({ at: plusHours(now, 20), lane: occasion.orderId, by, command })
}
type Unconfirmed = Extract<LedgerEvent, { readonly type: 'CheckOutMissing' | 'PresenceCaptured' }>

export const confirmMissing = (cast: Cast, { now, event }: Happened<'CheckOutMissing'>): void => {
  confirm(cast, now, event, event.proposedEnd)
}

export const confirmCapture = (cast: Cast, { now, event }: Happened<'PresenceCaptured'>): void => {
  confirm(cast, now, event, event.at)
}

/** What no one confirmed is entered by the body's recorder under the own name: `manual` (A14). */
export const takeOver = (cast: Cast, { now, event }: Happened<'CaptureUnconfirmed'>): void => {
  const { occasion, volunteer, bodyId } = event
  if (occasion.type !== 'order') return
  const command: PlainCommand = { type: 'TakeOverCapture', occasion, volunteer }
  const by = recorder(cast.recordingUnit(bodyId))
  cast.agenda.plan({ at: plusHours(now, 3), lane: occasion.orderId, by, command })
}
