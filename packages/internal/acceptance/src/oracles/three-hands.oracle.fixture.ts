/**
 * Whose hands a record passes (H7, H9, H16), and the unit above (G8). All persons are humans, not registrations.
 *
 * A part is: credited, recorded (also confirmed, typed or checked in for another), approved, or handled.
 *
 * Choice: "the nearest unit upwards" starts at the parent, never at the unit itself.
 * Choice: a unit has no other where each holder of its post is barred. Only then does the unit above record or approve (H16): an approver of the
 * township does not approve beside a free one of the village.
 * Choice: at the top the two are different persons without a part who hold some post at the root; the one who decides is assessor or administrator there,
 * the one who proposes may hold any post. A pair is no single hand, so `mayRecord` and `mayApprove` say no to both alone.
 * Choice: the approver differs from recorder and volunteer in every grade; the recorder differs from the volunteer in all but a `system` record in time,
 * which the volunteer's own check-out makes. A late `system` record was recorded by its own check-out as well; for it, only the approver is asked.
 * Choice: approvers of the body and of all units above it suspend and void (golden row 48: the city does, beside a free village). The volunteer does not
 * suspend (own favour, G7); a recorder may suspend the own error but never voids it.
 * Choice: the exception for the one left alone: the one who suspended voids where no approver of the body or above is left without a part. The approver has a part, so
 * the approver's presence does not bar the other; yet the approver may void as well.
 */
export type Post = 'recorder' | 'approver' | 'assessor' | 'administrator'

export interface OfficeUnit {
  readonly unit: string
  /** Null for the root. */
  readonly parent: string | null
}

export interface Holder {
  readonly person: string
  readonly unit: string
  readonly post: Post
}

export interface Office {
  readonly units: readonly OfficeUnit[]
  readonly holders: readonly Holder[]
}

export interface HandledRecord {
  readonly grade: 'system' | 'attested' | 'manual'
  readonly isLate: boolean
  /** The unit of the recording body. */
  readonly unit: string
  readonly credited: string
  /** Who recorded, confirmed, typed or checked in for the credited; of a `system` record its own volunteer. */
  readonly recorders: readonly string[]
  readonly responsible: string
  readonly approver: string | null
  /** Who ruled on it or held it before. */
  readonly handlers: readonly string[]
  readonly suspendedBy: string | null
}

export type Hands =
  | { readonly type: 'unit'; readonly unit: string; readonly persons: readonly string[] }
  | {
      readonly type: 'pair'
      readonly unit: string
      readonly proposers: readonly string[]
      readonly deciders: readonly string[]
    }
  | { readonly type: 'none' }

/** The units above, nearest first. */
const listUnitsAbove = (unit: string, { units }: Office): readonly string[] => {
  const parent = units.find((one) => one.unit === unit)?.parent ?? null
  return parent === null ? [] : [parent, ...listUnitsAbove(parent, { units, holders: [] })]
}

const listFree = (
  unit: string,
  post: Post | null,
  barred: readonly string[],
  { holders }: Office,
): readonly string[] => [
  ...new Set(
    holders
      .filter((one) => one.unit === unit && (post === null || one.post === post) && !barred.includes(one.person))
      .map(({ person }) => person),
  ),
]

const findPair = (barred: readonly string[], office: Office): Hands => {
  const root = office.units.find(({ parent }) => parent === null)?.unit
  if (root === undefined) return { type: 'none' }
  const proposers = listFree(root, null, barred, office)
  const deciders = proposers.filter((person) =>
    office.holders.some(
      (one) => one.person === person && one.unit === root && (one.post === 'assessor' || one.post === 'administrator'),
    ),
  )
  return deciders.length === 0 || proposers.length < 2
    ? { type: 'none' }
    : { type: 'pair', unit: root, proposers, deciders }
}

/** The unit above (G8): the nearest one upwards with a free holder of the post, else two at the top. */
export const findUnitAbove = (unit: string, post: Post, parts: readonly string[], office: Office): Hands => {
  for (const above of listUnitsAbove(unit, office)) {
    const persons = listFree(above, post, parts, office)
    if (persons.length > 0) return { type: 'unit', unit: above, persons }
  }
  return findPair(parts, office)
}

/** Two people at the top rule together: both are free, they are two, and the second one decides. */
export const mayPairRule = (proposer: string, decider: string, hands: Hands): boolean =>
  hands.type === 'pair' &&
  proposer !== decider &&
  hands.proposers.includes(proposer) &&
  hands.deciders.includes(decider)

const isManualOrLate = ({ grade, isLate }: HandledRecord): boolean => grade === 'manual' || isLate

const listParts = (record: HandledRecord): readonly string[] => [
  ...new Set([
    record.credited,
    ...record.recorders,
    ...(record.approver === null ? [] : [record.approver]),
    ...record.handlers,
  ]),
]

/** Holders of the body's own unit, or of the unit above where each of them is barred (H16). */
const findHands = (post: Post, barred: readonly string[], record: HandledRecord, office: Office): Hands => {
  const own = listFree(record.unit, post, barred, office)
  if (own.length > 0) return { type: 'unit', unit: record.unit, persons: own }
  return findUnitAbove(record.unit, post, barred, office)
}

/** Who records a `manual` or late record of the credited person. */
export const findRecorders = (record: HandledRecord, office: Office): Hands =>
  findHands('recorder', [record.credited], record, office)

export const findApprovers = (record: HandledRecord, office: Office): Hands =>
  findHands('approver', [record.credited, ...record.recorders], record, office)

const holds = (person: string, hands: Hands): boolean => hands.type === 'unit' && hands.persons.includes(person)

/** Of a `manual` record the responsible person is not the credited one. */
export const mayRecord = (person: string, record: HandledRecord, office: Office): boolean =>
  holds(person, findRecorders(record, office)) && !(record.grade === 'manual' && record.responsible === record.credited)

export const mayApprove = (person: string, record: HandledRecord, office: Office): boolean =>
  holds(person, findApprovers(record, office))

const listApprovers = (record: HandledRecord, office: Office): readonly string[] =>
  [record.unit, ...listUnitsAbove(record.unit, office)].flatMap((unit) => listFree(unit, 'approver', [], office))

export const maySuspend = (person: string, record: HandledRecord, office: Office): boolean =>
  person !== record.credited && listApprovers(record, office).includes(person)

export const mayVoid = (person: string, record: HandledRecord, office: Office): boolean => {
  const approvers = listApprovers(record, office)
  if (!approvers.includes(person) || person === record.credited || record.recorders.includes(person)) return false
  if (person !== record.suspendedBy) return true
  return !approvers.some((other) => other !== person && !listParts(record).includes(other))
}

/** Says whether the three hands of a record that stands are three. */
export const areThreeHands = (record: HandledRecord): boolean => {
  const { approver, credited, recorders } = record
  const isOwnCheckOut = record.grade === 'system'
  if (record.grade === 'manual' && record.responsible === credited) return false
  if (!isOwnCheckOut && recorders.includes(credited)) return false
  if (isManualOrLate(record) && approver === null) return false
  return approver !== credited && (approver === null || !recorders.includes(approver))
}
