import type { Instant, PersonId, UnitId } from '@zhiyuan/kernel'
import type {
  ApplicationId,
  BodyId,
  BurstId,
  CorrectionId,
  NeedId,
  OrderId,
  RecordId,
  SheetId,
  TeamId,
} from '../../vocabulary/ids.ts'
import type { Details } from './named.ts'
import type { RulingId } from '../../slices/organisation/proposal/proposal.codec.ts'
import { occasionKey, type Occasion } from '../../vocabulary/occasion.ts'
import type { Noted } from '../noted.ts'

/**
 * What an item waits for. From the unit's own people: an answer, an order to be placed, a dispatch, a schedule with seats, a report, and for
 * records and stars an approval, the clearing of a hold and so on; for a `burst` the ruling of the unit above, for a `vouching` its look. From others: a team's answer, volunteers,
 * the requester, the ruling on a record's `case`, or the end of public notice.
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
  | 'entry'
  | 'too-short'
  | 'overlap'
  | 'two-services'
  | 'examination'
  | 'notice'
  | 'grant'
  | 'star-decision'
  | 'seats'
  | 'supervision'
  | 'extension'
  | 'twins'
  | 'second-person'
  | 'burst'
  | 'case'
  | 'hurry'
  | 'vouching'
  | 'release'
  | 'late-order'
  | 'unmet'
  | 'urged'
  | 'ownership'
  | 'abort'
  | 'joining'
  | 'lead'
  | 'late-objection'
  | 'late-correction'

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
  | 'refill'
  | 'extension'
  | 'second-look'
  | 'objection'
  | 'order'
  | 'ownership'
  | 'supervision'

export interface RunningTimer {
  readonly clock: TimerName
  readonly at: Instant
}

/** What is noted beside an item until its next step: the last time it was urged (N13), and needs that may be its twins (N14). */
export interface Marks {
  readonly urgedAt: Instant | null
  readonly twins: ReadonlyArray<NeedId>
}
export const noMarks: Marks = { urgedAt: null, twins: [] }

/** A correction that was asked for and not answered yet: what its item waits for, and its clocks. */
export interface AskedCorrection {
  readonly correctionId: CorrectionId
  readonly waits: 'correction' | 'late-correction'
  readonly due: ReadonlyArray<RunningTimer>
}

/** One item at one place. A view cannot delete rows: a finished item waits for nothing. */
export interface ToDoRow {
  /** Null until an item has come here. */
  readonly subject: Subject | null
  readonly waits: Waits | null
  /** The event that began or ended the wait. */
  readonly since: Noted | null
  readonly due: ReadonlyArray<RunningTimer>
  readonly marks: Marks
  /** What a command on the item asks for beside its subject. */
  readonly details: Details
  /** Of a record, while it is not answered: its item shows it where no hold and no ruling comes first (H22). */
  readonly asked?: AskedCorrection
}

/** The place where an item waits: a unit, a body, or the authorities at the top, over stars and over registrations. */
export type Place = UnitId | BodyId | '*'
export const authorityPlace = '*'

export type Subject =
  | { readonly type: 'need'; readonly needId: NeedId }
  /** Beside the need's own item: at the unit above or the city, which see that no order serves it (N12); at a unit that is to take it (O19). */
  | { readonly type: 'unserved-need' | 'ownership'; readonly needId: NeedId }
  | { readonly type: 'order'; readonly orderId: OrderId }
  /** Beside the order's own item, which may be at another place: 督办 (O16), a later due date (O27), orders that are alike (O26). */
  | { readonly type: 'supervision' | 'extension' | 'twins'; readonly orderId: OrderId }
  | { readonly type: 'attendance'; readonly occasion: Occasion; readonly volunteer: PersonId }
  | { readonly type: 'overlap'; readonly occasion: Occasion; readonly volunteer: PersonId }
  | { readonly type: 'doubled'; readonly orderId: OrderId }
  | { readonly type: 'record'; readonly volunteer: PersonId; readonly recordId: RecordId }
  | { readonly type: 'sheet'; readonly sheetId: SheetId }
  | { readonly type: 'hurry'; readonly person: PersonId; readonly at: Instant }
  | { readonly type: 'vouching'; readonly person: PersonId }
  | { readonly type: 'burst'; readonly burstId: BurstId }
  | { readonly type: 'application'; readonly volunteer: PersonId; readonly applicationId: ApplicationId }
  | { readonly type: 'star'; readonly volunteer: PersonId }
  | { readonly type: 'merge'; readonly person: PersonId; readonly survivor: PersonId }
  | { readonly type: 'split'; readonly person: PersonId }
  | { readonly type: 'ruling'; readonly rulingId: RulingId }
  | { readonly type: 'joining'; readonly teamId: TeamId; readonly person: PersonId }
  | { readonly type: 'lead'; readonly teamId: TeamId }

/** Keys begin with the place, so that the items of a place are one range of keys. */
export const placePrefix = (place: Place): string => `${place}:`

const listIds = (subject: Subject): ReadonlyArray<string> => {
  switch (subject.type) {
    case 'need':
    case 'unserved-need':
    case 'ownership':
      return [subject.needId]
    case 'order':
    case 'supervision':
    case 'extension':
    case 'twins':
    case 'doubled':
      return [subject.orderId]
    case 'attendance':
    case 'overlap':
      return [occasionKey(subject.occasion), subject.volunteer]
    case 'record':
      return [subject.volunteer, subject.recordId]
    case 'sheet':
      return [subject.sheetId]
    case 'burst':
      return [subject.burstId]
    case 'hurry':
      return [subject.person, subject.at]
    case 'application':
      return [subject.volunteer, subject.applicationId]
    case 'star':
      return [subject.volunteer]
    case 'merge':
      return [subject.person, subject.survivor]
    case 'split':
    case 'vouching':
      return [subject.person]
    case 'ruling':
      return [subject.rulingId]
    case 'joining':
      return [subject.teamId, subject.person]
    case 'lead':
      return [subject.teamId]
  }
}

export const toDoKey = (place: Place, subject: Subject): string => [place, subject.type, ...listIds(subject)].join(':')
