/**
 * Registrations of one human, merged and split (G2).
 *
 * Choice: who is human of whom follows the merges as a chain: what was merged into an absorbed number stays with that number when it is split off.
 * Choice: records, seats, reviews, credits belong for ever to the registration under which they were made, also while it was merged. So a split needs no moving.
 * Choice: what is spent while merged is spent by the survivor at that instant, under any of its numbers. After the split it is the survivor's:
 * its balance is its own credits less all that it spent, and may go below zero; that is its debt.
 * Choice: what a registration spent before it was absorbed stays its own.
 * Choice: a balance below zero blocks spending (W13); it is the human's balance that counts, not the registration's.
 * Choice: merging and splitting take two different humans, and neither of them is the human of one of the two registrations, under any number.
 * Choice: only a standing registration is merged, into a standing one; only an absorbed one is split off, by an administrator, with a reason.
 */
export interface Signature {
  readonly proposer: string
  readonly decider: string
}

export type RegistrationFact =
  | { readonly type: 'registered'; readonly at: number; readonly number: string }
  | ({ readonly type: 'merged'; readonly at: number; readonly number: string; readonly into: string } & Signature)
  | ({
      readonly type: 'split'
      readonly at: number
      readonly number: string
      readonly reason: string
      readonly isAdministrator: boolean
    } & Signature)

export type MergeRefusal =
  | 'known'
  | 'unknown'
  | 'itself'
  | 'not-standing'
  | 'not-absorbed'
  | 'one-person'
  | 'own-case'
  | 'no-reason'
  | 'not-administrator'

/** Each registration with the one that absorbed it, null while it stands. */
export type Links = ReadonlyMap<string, string | null>

const findSurvivor = (number: string, links: Links): string => {
  const next = links.get(number) ?? null
  return next === null ? number : findSurvivor(next, links)
}

/** All registrations of the human behind a number, the survivor too. */
export const findRegistrations = (number: string, links: Links): readonly string[] =>
  [...links.keys()].filter((other) => findSurvivor(other, links) === findSurvivor(number, links))

const refuseSignature = (
  { proposer, decider }: Signature,
  numbers: readonly string[],
  links: Links,
): MergeRefusal | null => {
  if (findSurvivor(proposer, links) === findSurvivor(decider, links)) return 'one-person'
  const humans = numbers.map((number) => findSurvivor(number, links))
  return [proposer, decider].some((signer) => humans.includes(findSurvivor(signer, links))) ? 'own-case' : null
}

const refuseRegistrationFact = (links: Links, fact: RegistrationFact): MergeRefusal | null => {
  const link = links.get(fact.number)
  if (fact.type === 'registered') return link === undefined ? null : 'known'
  if (link === undefined) return 'unknown'
  if (fact.type === 'merged') {
    if (fact.number === fact.into) return 'itself'
    const target = links.get(fact.into)
    if (target === undefined) return 'unknown'
    if (link !== null || target !== null) return 'not-standing'
    return refuseSignature(fact, [fact.number, fact.into], links)
  }
  if (link === null) return 'not-absorbed'
  if (!fact.isAdministrator) return 'not-administrator'
  if (fact.reason === '') return 'no-reason'
  return refuseSignature(fact, [fact.number, link], links)
}

export interface RegistrationReplay {
  readonly links: Links
  readonly refused: readonly (MergeRefusal | null)[]
}

/** Who is human of whom at an instant. A refused fact changes nothing. */
export const replayRegistrations = (facts: readonly RegistrationFact[], at: number): RegistrationReplay => {
  const links = new Map<string, string | null>()
  const refused = facts
    .filter((fact) => fact.at <= at)
    .map((fact) => {
      const refusal = refuseRegistrationFact(links, fact)
      if (refusal === null) links.set(fact.number, fact.type === 'merged' ? fact.into : null)
      return refusal
    })
  return { links, refused }
}

/** A record, seat, review, credit or what is spent, under the registration that was used. */
export interface Item {
  readonly id: string
  readonly number: string
  readonly at: number
  readonly kind: 'record' | 'seat' | 'review' | 'credit' | 'spent'
  readonly amount: number
}

/** The registration to which an item belongs for ever: what is spent is the survivor's of its instant. */
const findHolder = (item: Item, facts: readonly RegistrationFact[]): string =>
  item.kind === 'spent' ? findSurvivor(item.number, replayRegistrations(facts, item.at).links) : item.number

/** The items that the human of a registration has at an instant. */
export const findItems = (
  number: string,
  items: readonly Item[],
  facts: readonly RegistrationFact[],
  at: number,
): readonly Item[] => {
  const own = findRegistrations(number, replayRegistrations(facts, at).links)
  return items.filter((item) => item.at <= at && own.includes(findHolder(item, facts)))
}

export const findBalance = (
  number: string,
  items: readonly Item[],
  facts: readonly RegistrationFact[],
  at: number,
): number =>
  findItems(number, items, facts, at).reduce((sum, { kind, amount }) => {
    if (kind === 'credit') return sum + amount
    return kind === 'spent' ? sum - amount : sum
  }, 0)

/** Tells whether a human may spend an amount now. */
export const maySpend = (
  number: string,
  amount: number,
  items: readonly Item[],
  facts: readonly RegistrationFact[],
  at: number,
): boolean => amount > 0 && findBalance(number, items, facts, at) >= amount
