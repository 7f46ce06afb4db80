/** Random histories of what people do: submit, verify, rule and merge in any order. */
import * as fc from 'fast-check'

/** What one person does. The record or registration that it concerns is picked from those that there are. */
export interface Deed {
  readonly what: 'submit' | 'verify' | 'clear' | 'end' | 'merge' | 'deliver' | 'write'
  /** Decided now and written later: the decision has not seen what is written in between. */
  readonly late: boolean
  readonly one: number
  readonly other: number
  readonly minute: number
}
type Weights = ReadonlyArray<readonly [weight: number, what: Deed['what']]>
/** First much is recorded and verified, before any merge shows that registrations are one human. */
const before: Weights = [
  [5, 'submit'],
  [5, 'verify'],
]
/** Then every kind of deed, merges included. */
const among: Weights = [
  [8, 'submit'],
  [8, 'verify'],
  [6, 'clear'],
  [3, 'end'],
  [3, 'merge'],
  [4, 'deliver'],
  [1, 'write'],
]
const drawDeed = (weights: Weights): fc.Arbitrary<Deed> =>
  fc.record({
    what: fc.oneof(...weights.map(([weight, what]) => ({ weight, arbitrary: fc.constant(what) }))),
    late: fc.boolean(),
    one: fc.nat(1000),
    other: fc.nat(1000),
    minute: fc.nat(20),
  })

/** Deeds in any order, at least `least` before the first merge and at least as many after it. */
export const drawHistory = (least: number): fc.Arbitrary<ReadonlyArray<Deed>> =>
  fc
    .tuple(
      fc.array(drawDeed(before), { minLength: least, maxLength: 30, size: 'max' }),
      fc.array(drawDeed(among), { minLength: least, maxLength: 30, size: 'max' }),
    )
    .map((parts) => parts.flat())
