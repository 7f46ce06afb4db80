/** Values that more than one slice uses. */
import type * as t from 'io-ts'
import {
  boolean,
  closed,
  Instant,
  integer,
  list,
  nullable,
  oneOf,
  opaqueId,
  text,
  type Codec,
  type Role,
} from '@zhiyuan/kernel'

export interface CodeBrand {
  readonly Code: unique symbol
}
/** A short code from a list that policy or an office keeps, such as a reason or a local specialty. */
export type Code = t.Branded<string, CodeBrand>
export const Code = text<CodeBrand>('Code', /^[a-z0-9][a-z0-9-]{0,47}$/, 48)

export interface PublicNameBrand {
  readonly PublicName: unique symbol
}
/**
 * The public name of a unit, body, team, document or source; never of a private person (P1). Well-formed Unicode on one line, without
 * characters that change the direction of the text around it.
 */
export type PublicName = t.Branded<string, PublicNameBrand>
export const PublicName = text<PublicNameBrand>(
  'PublicName',
  /^[^\s\p{Cc}\p{Cs}\p{Bidi_C}](?:[^\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_C}]*[^\s\p{Cc}\p{Cs}\p{Bidi_C}])?$/u,
  200,
)

export interface TextIdBrand {
  readonly TextId: unique symbol
}
/** The id of a text in the vault. */
export type TextId = t.Branded<string, TextIdBrand>
export const TextId = opaqueId<TextIdBrand>('TextId', /^[A-Za-z0-9_-]{1,64}$/, 64)

export interface CommitmentBrand {
  readonly Commitment: unique symbol
}
/** SHA-256 of salt and text, in lower-case hex; the salt is in the vault. */
export type Commitment = t.Branded<string, CommitmentBrand>
export const Commitment = text<CommitmentBrand>('Commitment', /^[0-9a-f]{64}$/, 64)

/** A text in the erasable vault: an event keeps only its id and a commitment to it (P1). */
export const TextRef: Codec<TextRef> = closed({ id: TextId, commitment: Commitment })
/** Named in full, so that the declarations of the many words with a text name it too. */
export interface TextRef {
  readonly id: TextId
  readonly commitment: Commitment
}

/** A reason: a code, and a text in the vault where there is more to say. */
export const Reason: Codec<Reason> = closed({ code: Code, text: nullable(TextRef) })
export interface Reason {
  readonly code: Code
  readonly text: TextRef | null
}

/** The result of a check for risks: whether any is known, and which (N3). */
export const Risks = closed({ known: boolean, description: nullable(TextRef) })
export interface Risks extends t.TypeOf<typeof Risks> {}

export interface MinutesBrand {
  readonly Minutes: unique symbol
}
/** Whole minutes of service. */
export type Minutes = t.Branded<number, MinutesBrand>
export const Minutes = integer<MinutesBrand>('Minutes', 0, 100_000)

export interface CountBrand {
  readonly Count: unique symbol
}
/** How many of something, from 0. */
export type Count = t.Branded<number, CountBrand>
export const Count = integer<CountBrand>('Count', 0, 1_000_000_000)

export interface RoundBrand {
  readonly Round: unique symbol
}
/** An order's round: it begins at 1 and increases by one at each reopening. */
export type Round = t.Branded<number, RoundBrand>
export const Round = integer<RoundBrand>('Round', 1, 100)

export interface StarLevelBrand {
  readonly StarLevel: unique symbol
}
/** A level of star, from 1 up. The policy says how many there are, and their thresholds (W1). */
export type StarLevel = t.Branded<number, StarLevelBrand>
export const StarLevel = integer<StarLevelBrand>('StarLevel', 1, 10)

export interface RatingBrand {
  readonly Rating: unique symbol
}
/** A requester's rating, 1 to 5. */
export type Rating = t.Branded<number, RatingBrand>
export const Rating = integer<RatingBrand>('Rating', 1, 5)

/** An interval [start, end). Each slice itself checks that start is before end. */
export const Interval = closed({ start: Instant, end: Instant })
export interface Interval extends t.TypeOf<typeof Interval> {}

/** Segments of presence in order of time; a break ends a segment (H13). */
export const Segments = list(Interval, 1, 50)
export type Segments = t.TypeOf<typeof Segments>

/** The evidence of a record's minutes: own check-in and check-out, a second person who was present, or neither. */
export const EvidenceGrade = oneOf('EvidenceGrade', ['system', 'attested', 'manual'])
export type EvidenceGrade = t.TypeOf<typeof EvidenceGrade>

/** The three levels of the unit tree, from the root down; each is one below its parent (G1). */
export const UnitLevel = oneOf('UnitLevel', ['city', 'township', 'village'])
export type UnitLevel = t.TypeOf<typeof UnitLevel>

/** 8+N: the eight specialties of the plan. */
export const fixedSpecialties = [
  'theory-policy-talks',
  'culture-arts',
  'schooling',
  'medical-fitness',
  'science',
  'legal',
  'hygiene-environment',
  'hardship-relief',
] as const

/** One of the eight fixed specialties, or a local code. */
export const TeamSpecialty = Code
export type TeamSpecialty = Code

/** How a service is offered: on a theme, to all, to one person, or to a special group (O3). */
export const ServiceClass = oneOf('ServiceClass', ['thematic', 'common', 'individual', 'special-group'])
export type ServiceClass = t.TypeOf<typeof ServiceClass>

/** The role in which a person acts. It is always held at a unit. */
export const roles = {
  administrator: 'administrator',
  clerk: 'clerk',
  dispatcher: 'dispatcher',
  recorder: 'recorder',
  approver: 'approver',
  assessor: 'assessor',
  starAuthority: 'star-authority',
  gridWorker: 'grid-worker',
  informationOfficer: 'information-officer',
  stationClerk: 'station-clerk',
  volunteer: 'volunteer',
  resident: 'resident',
} as const satisfies Readonly<Record<string, string>>
/** The name of a role, as the caller writes it. */
export type RoleName = (typeof roles)[keyof typeof roles]
export const RoleName: Codec<RoleName> = oneOf('RoleName', Object.values(roles))

/** The name as events keep it: an open text, since their shape stays when a role is added. */
export const storeRole = (name: RoleName): Role => name as string as Role

/** Whether a role is an office: volunteers and residents act for themselves. */
export const isOffice = (role: string): boolean => role !== roles.volunteer && role !== roles.resident

/** Whether the actor acts in one of these roles. */
export const actsAs = (role: Role, ...allowed: ReadonlyArray<RoleName>): boolean =>
  (allowed as ReadonlyArray<string>).includes(role)
