/**
 * Own favour (G7), the unit above and the two at the top (G8), and roles with their area (G4).
 *
 * Choice: persons are humans; the caller resolves every registration before asking.
 * Choice: "judges" is the one who is judged: whose conduct, record, team or unit the ruling is about. A leader is judged where the team is.
 * Choice: a private proxy is family. The proxies of the office act for their office and are in no own favour by that alone.
 * Choice: to have typed for a caller is no own favour, and no part either: parts are credited, recorded, confirmed, approved and handled. One who typed and is
 * credited is credited.
 * Choice: upwards is strictly above. The unit itself is never its own unit above, so at the top only the two remain.
 * Choice: who is in own favour is as little free as who had a part; both are left away when holders are counted.
 * Choice: the nearest unit counts where at least one holder of the post asked for is free. All free holders there may rule.
 * Choice: the two at the top are two humans without a part. The proposer holds any post there, the decider is an assessor or administrator there; one with
 * both posts fills one place. Where no such pair is left the case waits, and no lower unit rules.
 * Choice: the two rule only where no single holder can. A pair is no short cut past a unit that has one.
 */
export interface Part {
  readonly human: string
  readonly as: 'credited' | 'recorded' | 'confirmed' | 'approved' | 'handled'
}

export type Interest =
  | { readonly human: string; readonly as: 'credited' | 'relieved' | 'judged' | 'requester' | 'contact' }
  | {
      readonly human: string
      readonly as: 'proxy'
      readonly kind: 'family' | 'grid-worker' | 'information-officer' | 'station-clerk' | 'volunteer-visitor'
    }
  | { readonly human: string; readonly as: 'typed-for-caller' }

export interface RuledCase {
  readonly unit: string
  readonly parts: readonly Part[]
  readonly interests: readonly Interest[]
}

/** Tells whether a decision on the case is in the own favour of a human. */
export const isOwnFavour = (human: string, { interests }: Pick<RuledCase, 'interests'>): boolean =>
  interests.some((interest) => {
    if (interest.human !== human || interest.as === 'typed-for-caller') return false
    return interest.as === 'proxy' ? interest.kind === 'family' : true
  })

const hasPart = (human: string, { parts }: Pick<RuledCase, 'parts'>): boolean =>
  parts.some((part) => part.human === human)

export interface Post {
  readonly human: string
  readonly unit: string
  readonly role: string
}

export interface Authority {
  readonly above: (unit: string) => string | null
  readonly posts: readonly Post[]
}

const isFree = (human: string, ruled: RuledCase): boolean => !hasPart(human, ruled) && !isOwnFavour(human, ruled)

const findHolders = (unit: string, role: string | null, ruled: RuledCase, { posts }: Authority): readonly string[] => [
  ...new Set(
    posts
      .filter((post) => post.unit === unit && (role === null || post.role === role) && isFree(post.human, ruled))
      .map(({ human }) => human),
  ),
]

const findTop = (unit: string, above: Authority['above']): string => {
  const next = above(unit)
  return next === null ? unit : findTop(next, above)
}

export interface Pair {
  readonly proposer: string
  readonly decider: string
}

export type UnitAbove =
  | { readonly type: 'unit'; readonly unit: string; readonly rulers: readonly string[] }
  | { readonly type: 'two-at-top'; readonly unit: string; readonly pairs: readonly Pair[] }
  | { readonly type: 'waits' }

const findPairs = (top: string, ruled: RuledCase, authority: Authority): readonly Pair[] => {
  const deciders = [
    ...findHolders(top, 'assessor', ruled, authority),
    ...findHolders(top, 'administrator', ruled, authority),
  ]
  return findHolders(top, null, ruled, authority).flatMap((proposer) =>
    [...new Set(deciders)].filter((decider) => decider !== proposer).map((decider) => ({ proposer, decider })),
  )
}

/** The unit above of a case, for a post. */
export const findUnitAbove = (ruled: RuledCase, role: string, authority: Authority): UnitAbove => {
  let unit = authority.above(ruled.unit)
  while (unit !== null) {
    const rulers = findHolders(unit, role, ruled, authority)
    if (rulers.length > 0) return { type: 'unit', unit, rulers }
    unit = authority.above(unit)
  }
  const top = findTop(ruled.unit, authority.above)
  const pairs = findPairs(top, ruled, authority)
  return pairs.length > 0 ? { type: 'two-at-top', unit: top, pairs } : { type: 'waits' }
}

export interface Ruling {
  readonly decider: string
  /** Null where one holder rules alone. */
  readonly proposer: string | null
}

export type RulingRefusal = 'own-favour' | 'had-part' | 'one-person' | 'not-the-unit-above'

/** Tells why a ruling of the unit above is refused; null where it holds. */
export const refuseRuling = (
  ruling: Ruling,
  ruled: RuledCase,
  role: string,
  authority: Authority,
): RulingRefusal | null => {
  const { decider, proposer } = ruling
  const humans = proposer === null ? [decider] : [proposer, decider]
  if (humans.some((human) => isOwnFavour(human, ruled))) return 'own-favour'
  if (humans.some((human) => hasPart(human, ruled))) return 'had-part'
  if (proposer === decider) return 'one-person'
  const found = findUnitAbove(ruled, role, authority)
  const isTheirs =
    (found.type === 'unit' && proposer === null && found.rulers.includes(decider)) ||
    (found.type === 'two-at-top' && found.pairs.some((pair) => pair.proposer === proposer && pair.decider === decider))
  return isTheirs ? null : 'not-the-unit-above'
}

/** Such rulings are listed beside I14. */
export const isListedBesideEvidence = (found: UnitAbove): boolean => found.type === 'two-at-top'

/** A post acts for its own unit and all below (G4). */
export const mayAct = (post: Post, role: string, unit: string, above: Authority['above']): boolean => {
  if (post.role !== role) return false
  if (post.unit === unit) return true
  const next = above(unit)
  return next !== null && mayAct(post, role, next, above)
}
