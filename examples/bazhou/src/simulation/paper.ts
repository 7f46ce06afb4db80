/** Who signs a paper list instead of tapping: the requester tells how many were there, and the body enters the sheet next day (H14). */
import { createHash } from 'node:crypto'
import { fromMillis, plusHours, toMillis, type Instant } from '@zhiyuan/kernel'
import type { LedgerEvent } from '@zhiyuan/domain'
import { approver, cityApprover, clerk, recorder, requesterName, resident } from '../world/people.ts'
import { cityCode } from '../world/units.ts'
import type { Cast, Happened, Interval } from './cast.ts'
import { secondLook } from './hours.ts'

type Opened = Extract<LedgerEvent, { readonly type: 'AssignmentOpened' }>

/** As many members take a seat in an order. */
const seatedTogether = 2

const wholeMinutes = ({ start, end }: Interval): number => Math.floor((toMillis(end) - toMillis(start)) / 60_000)
const hash = (text: string): string => createHash('sha256').update(text).digest('hex')
/** Paper knows no seconds. */
const toMinute = (at: Instant): Instant => fromMillis(Math.floor(toMillis(at) / 60_000) * 60_000)

export const onPaper = (
  cast: Cast,
  { occasion, volunteer, bodyId, teamId, specialty }: Opened,
  stay: Interval,
): void => {
  if (occasion.type !== 'order' || teamId === null) return
  const { orderId, round } = occasion
  const lane = `${orderId} paper`
  const unit = cast.recordingUnit(bodyId)
  const segment = { start: toMinute(stay.start), end: toMinute(stay.end) }
  const sheetId = `paper-${hash(`${orderId} ${round}`).slice(0, 20)}`
  const requester = resident(requesterName(orderId), cityCode)
  cast.agenda.plan({
    at: plusHours(stay.start, 1),
    lane,
    by: requester,
    command: { type: 'TellHeadCount', occasion, count: seatedTogether },
  })
  cast.agenda.plan({
    at: plusHours(stay.end, 16),
    lane,
    by: recorder(unit),
    command: {
      type: 'EnterSheet',
      sheetId,
      occasion,
      bodyId,
      teamId,
      lines: [{ volunteer, segments: [segment], minutes: wholeMinutes(segment) }],
      imageHash: hash(sheetId),
      content: specialty,
      responsible: clerk(unit).person,
      reason: { code: 'paper-list', text: null },
    },
  })
}

/** The unit above lets the lines count after the second look (H20); the city for its own bodies, whose lines stay `manual`. */
export const approveSheet = (cast: Cast, { now, event: { sheetId, bodyId } }: Happened<'SheetEntered'>): void => {
  const unit = cast.unitAbove(bodyId)
  const by = unit === cityCode ? cityApprover : approver(unit)
  cast.agenda.plan({ at: plusHours(now, secondLook), lane: sheetId, by, command: { type: 'ApproveSheet', sheetId } })
}
