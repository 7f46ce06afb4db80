/** Refusals that more than one slice gives: data only, no prose. */
import type { Instant, LocalDay, PersonId, Role, UnitId } from '@zhiyuan/kernel'
import type { BodyId } from './ids.ts'
import type { TeamSpecialty } from './values.ts'

/** The actor's role does not allow the command, or the actor is not one of the persons who may send it. */
export interface NotAuthorised {
  readonly type: 'NotAuthorised'
  readonly command: string
}

/**
 * The actor has the right role at the wrong unit: the actor's unit is neither the unit concerned nor above it (G4), or above it where `unit` alone
 * decides (O19), or it is closed (H16). For a closed unit `unit` is the one that acts for it.
 */
export interface OutsideJurisdiction {
  readonly type: 'OutsideJurisdiction'
  readonly person: PersonId
  readonly role: Role
  readonly actsAt: UnitId
  readonly unit: UnitId
}

/** What a person has to do with a case that another person must decide (G7). */
export type Interest = 'volunteer' | 'requester' | 'contact' | 'proxy' | 'appointed' | 'applicant' | 'merged'

/** G7: no one grants, clears, approves, appoints or rules in own favour, under any registration. */
export interface InOwnFavour {
  readonly type: 'InOwnFavour'
  readonly person: PersonId
  readonly as: Interest
}

/** N13: the person urged it as often as the policy has for one day. */
export interface UrgedToday {
  readonly type: 'UrgedToday'
  readonly most: number
}

/** H7: a person who entered or confirmed a record does not approve it, nor look at it for a unit above (H20). */
export interface ApproverIsRecorder {
  readonly type: 'ApproverIsRecorder'
  readonly person: PersonId
}

/** Only timers and processes send this command. */
export interface OnlyAProcess {
  readonly type: 'OnlyAProcess'
  readonly command: string
}

/** The term has not ended; the runtime sends the command again at `dueAt`. */
export interface NotYetDue {
  readonly type: 'NotYetDue'
  readonly dueAt: Instant
}

/** It is said of a service only from its planned start: that a volunteer is absent (A8), or that it is over (A14). */
export interface StartNotReached {
  readonly type: 'StartNotReached'
  readonly plannedStart: Instant
}

/** No policy is in force on that day, so there is nothing to decide by (G5). */
export interface PolicyMissing {
  readonly type: 'PolicyMissing'
  readonly day: LocalDay
}

/** The id is already that of something with other content. */
export interface SameIdOtherContent {
  readonly type: 'SameIdOtherContent'
  readonly id: string
}

/** G1: no such unit is in the tree, or it is not open where it has to be. */
export interface UnknownUnit {
  readonly type: 'UnknownUnit'
  readonly unit: UnitId
}

/** C05: the specialty, or the content of a service, is neither one of the eight nor on the policy's list of local ones. */
export interface UnknownSpecialty {
  readonly type: 'UnknownSpecialty'
  readonly specialty: TeamSpecialty
}

/** There is nothing with that id. */
export interface NotThere {
  readonly type: 'NotThere'
  readonly id: string
}

/** No volunteer is registered under that id, or the registration was merged. */
export interface NotAVolunteer {
  readonly type: 'NotAVolunteer'
  readonly person: PersonId
}

/** G2: the registration was merged; new commands go to the survivor's. */
export interface MergedInto {
  readonly type: 'MergedInto'
  readonly survivor: PersonId
}

/** Neither a unit nor a registered body. */
export interface UnknownBody {
  readonly type: 'UnknownBody'
  readonly body: BodyId
}

/** That person does not hold that post at that unit. */
export interface PostNotHeld {
  readonly type: 'PostNotHeld'
  readonly unit: UnitId
  readonly post: Role
  readonly person: PersonId
}

/** The planned time is over: no seat is taken then (A14), and no allegation is answered (A8). */
export interface PlannedEndPassed {
  readonly type: 'PlannedEndPassed'
  readonly plannedEnd: Instant
}
/** H20: a record or sheet is on the lists of its body until then, so that those who were there may object. */
export interface SecondLookRuns {
  readonly type: 'SecondLookRuns'
  readonly until: Instant
}

/** The rejections of a slice with those of a check: the slice's own name for them where it has them all, as it should. */
export type Including<R, Checked> = [Checked] extends [R] ? R : R | Checked
