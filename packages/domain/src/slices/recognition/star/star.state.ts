/** The state of a volunteer's stars: reviews, applications, and the star that is held. */
import type { Fold, PersonId, StreamVersion } from '@zhiyuan/kernel'
import type { ApplicationId, PolicyVersion } from '../../../vocabulary/ids.ts'
import type { RunningTerm } from '../../organisation/policy/policy.read.ts'
import type { RecordRef } from '../../hours/record/record.codec.ts'
import type { Count, Reason, StarLevel } from '../../../vocabulary/values.ts'
import { roundKey, type RoundReview } from './eligibility.ts'
import type { StarEvent } from './star.codec.ts'

export interface NotedReview extends RoundReview {
  readonly orderVersion: StreamVersion
}

export interface Objection {
  readonly by: PersonId
  readonly reason: Reason
}

export type ApplicationStatus = 'Applied' | 'Examined' | 'Notice' | 'Objected' | 'Granted' | 'Refused' | 'Lapsed'

/** The policies that a star cites: `guardVersion` sets the terms that guard truth (G5). */
export interface Cited {
  readonly policyVersion: PolicyVersion
  readonly guardVersion: PolicyVersion
}

/** An application that was ever made; ended ones are kept, so that a repeat is recognised. */
export interface Application {
  readonly applicationId: ApplicationId
  readonly level: StarLevel
  /** The policies that set thresholds, share and gate until the application ends (G5). */
  readonly cited: Cited
  readonly status: ApplicationStatus
  /** How often it was examined and put on notice: once, and again after each objection. */
  readonly examinations: number
  readonly notices: number
  readonly objections: ReadonlyArray<Objection>
  /** The last notice, and the term that it runs. */
  readonly notice: RunningTerm | null
  readonly refusedFor: Reason | null
}

/** A star granted and not revoked. */
export interface HeldStar {
  readonly level: StarLevel
  readonly cited: Cited
  /** The records on which it rests (W3). */
  readonly records: ReadonlyArray<RecordRef>
  readonly underExamination: boolean
  /** The service when the star was last upheld: losing more is a loss, what was excused is not. */
  readonly upheld: { readonly minutes: Count; readonly manual: Count; readonly gateOpen: boolean } | null
}

/** How an examination ended. */
export interface ExaminationEnd {
  readonly type: 'UpholdStar' | 'LowerStar' | 'RevokeStar'
  readonly level: StarLevel
  readonly reason: Reason
}

export interface StarState {
  /** The final review of each round of an order. */
  readonly reviews: ReadonlyMap<string, NotedReview>
  readonly applications: ReadonlyMap<ApplicationId, Application>
  /** The last application made. */
  readonly last: ApplicationId | null
  readonly held: HeldStar | null
  /** The number of examinations so far. */
  readonly examinations: number
  readonly ends: ReadonlyMap<number, ExaminationEnd>
}

export type StarStateName =
  | 'None'
  | 'Applied'
  | 'Examined'
  | 'Notice'
  | 'Objected'
  | 'Granted'
  | 'UnderExamination'
  | 'Refused'
  | 'Lapsed'
  | 'Revoked'

export const isOpen = ({ status }: Application): boolean =>
  status !== 'Granted' && status !== 'Refused' && status !== 'Lapsed'

/** The application that is still open. */
export const openApplication = ({ last, applications }: StarState): Application | null => {
  const application = last === null ? undefined : applications.get(last)
  return application !== undefined && isOpen(application) ? application : null
}

/** The state by its name in the lifecycle: of an open application, else of the held star, else how the last one ended. */
export const starStateName = (state: StarState): StarStateName => {
  const { held, last, applications } = state
  const open = openApplication(state)
  if (open !== null) return open.status
  if (held !== null) return held.underExamination ? 'UnderExamination' : 'Granted'
  const ended = last === null ? undefined : applications.get(last)
  if (ended === undefined) return 'None'
  return ended.status === 'Granted' ? 'Revoked' : ended.status
}

const changeApplication = (
  state: StarState,
  id: ApplicationId,
  change: (was: Application) => Partial<Application>,
): StarState => {
  const was = state.applications.get(id)
  if (was === undefined) return state
  return { ...state, applications: new Map(state.applications).set(id, { ...was, ...change(was) }) }
}

const ended = (state: StarState, examination: number, end: ExaminationEnd, held: HeldStar | null): StarState => ({
  ...state,
  held,
  ends: new Map(state.ends).set(examination, end),
})

const evolveApplication = (state: StarState, event: ApplicationEvent): StarState => {
  const id = event.applicationId
  switch (event.type) {
    case 'StarApplied': {
      const { level, policyVersion, guardVersion } = event
      const cited = { policyVersion, guardVersion }
      const begun = { examinations: 0, notices: 0, objections: [], notice: null, refusedFor: null }
      const application: Application = { applicationId: id, level, cited, status: 'Applied', ...begun }
      return { ...state, applications: new Map(state.applications).set(id, application), last: id }
    }
    case 'ApplicationExamined':
      return changeApplication(state, id, ({ examinations }) => ({
        status: 'Examined',
        examinations: examinations + 1,
      }))
    case 'NoticeOpened': {
      const { openedAt: from, endsAt: dueAt, assumed, policyVersion } = event
      return changeApplication(state, id, ({ notices }) => ({
        status: 'Notice',
        notices: notices + 1,
        notice: { from, dueAt, assumed, policyVersion },
      }))
    }
    case 'ObjectionRaised': {
      const { by, reason } = event
      return changeApplication(state, id, ({ objections }) => ({
        status: 'Objected',
        objections: [...objections, { by, reason }],
      }))
    }
    case 'ApplicationRefused':
      return changeApplication(state, id, () => ({ status: 'Refused', refusedFor: event.reason }))
    case 'ApplicationLapsed':
      return changeApplication(state, id, () => ({ status: 'Lapsed' }))
    case 'StarGranted': {
      const { level, policyVersion, guardVersion, records } = event
      const cited = { policyVersion, guardVersion }
      const held: HeldStar = { level, cited, records, underExamination: false, upheld: null }
      return { ...changeApplication(state, id, () => ({ status: 'Granted' })), held }
    }
  }
}

const evolveHeld = (state: StarState, held: HeldStar, event: HeldEvent): StarState => {
  switch (event.type) {
    case 'StarPutUnderExamination':
      return { ...state, held: { ...held, underExamination: true }, examinations: event.examination }
    case 'StarUpheld': {
      const { examination, level, reason, minutes, manual, gateOpen, records } = event
      const kept: HeldStar = { ...held, records, underExamination: false, upheld: { minutes, manual, gateOpen } }
      return ended(state, examination, { type: 'UpholdStar', level, reason }, kept)
    }
    case 'StarLowered': {
      const { examination, level, reason, records } = event
      const lower: HeldStar = { ...held, level, records, underExamination: false, upheld: null }
      return ended(state, examination, { type: 'LowerStar', level, reason }, lower)
    }
    case 'StarRevoked': {
      const { examination, level, reason } = event
      return ended(state, examination, { type: 'RevokeStar', level, reason }, null)
    }
  }
}

type ApplicationEvent = Extract<StarEvent, { readonly applicationId: ApplicationId }>
type HeldEvent = Extract<StarEvent, { readonly examination: Count }>

const evolve = (state: StarState, event: StarEvent): StarState => {
  if ('applicationId' in event) return evolveApplication(state, event)
  if ('examination' in event) return state.held === null ? state : evolveHeld(state, state.held, event)
  switch (event.type) {
    case 'ReviewNoted': {
      const { orderId, round, rating, reviewer, orderVersion } = event
      const review = { orderId, round, rating, reviewer, orderVersion }
      return { ...state, reviews: new Map(state.reviews).set(roundKey(event), review) }
    }
    case 'StarsDoubted':
      return state
  }
}

export const starFold: Fold<StarState, StarEvent> = {
  initial: {
    reviews: new Map(),
    applications: new Map(),
    last: null,
    held: null,
    examinations: 0,
    ends: new Map(),
  },
  evolve,
}
