/**
 * Volunteer numbers: claimed, released, dead (G2).
 *
 * Choice: a number is claimed by an officer of the person's home unit; a person who holds one, also under an absorbed registration, claims no second.
 * Choice: a claim by mistake is released while nothing at all rests on the number: no record in any state, seat, review, star or credit.
 * Choice: a released number is dead, for its former holder too. A merged number stays claimed: both stay valid.
 * Choice: no officer claims for oneself; another officer of the unit does it (G7).
 */
export type NumberFact =
  | {
      readonly type: 'claimed'
      readonly number: string
      readonly human: string
      readonly officer: string
      readonly officerUnit: string
      readonly home: string
    }
  | { readonly type: 'released'; readonly number: string; readonly reason: string; readonly resting: number }

export type NumberState = { readonly type: 'claimed'; readonly human: string } | { readonly type: 'dead' }

export type NumberRefusal =
  'dead' | 'taken' | 'has-number' | 'not-home' | 'own-favour' | 'not-claimed' | 'in-use' | 'no-reason'

const refuseNumberFact = (numbers: ReadonlyMap<string, NumberState>, fact: NumberFact): NumberRefusal | null => {
  const state = numbers.get(fact.number)
  if (fact.type === 'released') {
    if (state?.type !== 'claimed') return 'not-claimed'
    if (fact.resting > 0) return 'in-use'
    return fact.reason === '' ? 'no-reason' : null
  }
  if (state !== undefined) return state.type === 'dead' ? 'dead' : 'taken'
  if ([...numbers.values()].some((other) => other.type === 'claimed' && other.human === fact.human)) return 'has-number'
  if (fact.officer === fact.human) return 'own-favour'
  return fact.officerUnit === fact.home ? null : 'not-home'
}

/** Numbers after a list of facts, and why each fact was refused. A number that is not told is free. */
export const replayNumbers = (
  facts: readonly NumberFact[],
): { readonly numbers: ReadonlyMap<string, NumberState>; readonly refused: readonly (NumberRefusal | null)[] } => {
  const numbers = new Map<string, NumberState>()
  const refused = facts.map((fact) => {
    const refusal = refuseNumberFact(numbers, fact)
    if (refusal === null)
      numbers.set(fact.number, fact.type === 'claimed' ? { type: 'claimed', human: fact.human } : { type: 'dead' })
    return refusal
  })
  return { numbers, refused }
}
