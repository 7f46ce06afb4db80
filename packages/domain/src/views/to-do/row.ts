import type { Instant, PersonId, UnitId } from '@zhiyuan/kernel'
import type { ApplicationId, BodyId, NeedId, OrderId, RecordId } from '../../vocabulary/ids.ts'
import { occasionKey, type Occasion } from '../../vocabulary/occasion.ts'
import type { Noted } from '../noted.ts'

/**
 * What something waits for. Of the unit's own people: an answer, an order to be placed, a dispatch, a time and seats, a report, and of records
 * and stars an approval, a hold to be cleared and so on. Of others: a team's word, volunteers, the requester, or the end of public notice.
 */
export type Waits =
  | 'answer'
  | 'information'
  | 'order'
  | 'dispatch'
  | 'offer'
  | 'claim'
  | 'schedule'
  | 'service'
  | 'report'
  | 'review'
  | 'approval'
  | 'hold'
  | 'resubmission'
  | 'correction'
  | 'ruling'
  | 'confirmation'
  | 'excuse'
  | 'examination'
  | 'notice'
  | 'grant'
  | 'star-decision'

/** Which clock runs: a timer acts at its end, or, for `answer`, just after it. */
export type TimerName =
  | 'answer'
  | 'information'
  | 'escalation'
  | 'offer'
  | 'claim'
  | 'service'
  | 'missed'
  | 'review'
  | 'reopen'
  | 'confirm'
  | 'excuse'
  | 'notice'

export interface RunningTimer {
  readonly clock: TimerName
  readonly at: Instant
}

/** One thing at one place. A projection cannot delete: what is done waits for nothing. */
export interface ToDoRow {
  /** Null until something has come here. */
  readonly subject: Subject | null
  readonly waits: Waits | null
  /** What made it wait, or ended the waiting. */
  readonly since: Noted | null
  readonly due: ReadonlyArray<RunningTimer>
}

/** Where a thing waits: at a unit, at a body, or at the authority over stars. */
export type Place = UnitId | BodyId | '*'
export const authorityPlace = '*'

export type Subject =
  | { readonly type: 'need'; readonly needId: NeedId }
  | { readonly type: 'order'; readonly orderId: OrderId }
  | { readonly type: 'attendance'; readonly occasion: Occasion; readonly volunteer: PersonId }
  | { readonly type: 'record'; readonly volunteer: PersonId; readonly recordId: RecordId }
  | { readonly type: 'application'; readonly volunteer: PersonId; readonly applicationId: ApplicationId }
  | { readonly type: 'star'; readonly volunteer: PersonId }

/** Keys begin with the place, so that a unit's list is one range. */
export const placePrefix = (place: Place): string => `${place}:`

const listIds = (subject: Subject): ReadonlyArray<string> => {
  switch (subject.type) {
    case 'need':
      return [subject.needId]
    case 'order':
      return [subject.orderId]
    case 'attendance':
      return [occasionKey(subject.occasion), subject.volunteer]
    case 'record':
      return [subject.volunteer, subject.recordId]
    case 'application':
      return [subject.volunteer, subject.applicationId]
    case 'star':
      return [subject.volunteer]
  }
}

export const toDoKey = (place: Place, subject: Subject): string => [place, subject.type, ...listIds(subject)].join(':')
