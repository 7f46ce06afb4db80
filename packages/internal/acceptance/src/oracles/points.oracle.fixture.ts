/**
 * A book of points (W13, W6, W7, W10): what each act does, in the order of the log. Times and expiry (W9) are another rule.
 *
 * balance = credits − reversals − redemptions + cancelled redemptions; it goes below zero by a reversal only.
 * spendable = balance − points of credits that stand and whose record is suspended or held, never shown below zero.
 *
 * Choice: a credit is reversed in full and once; a second reversal is silent. A correction that changes points is a reversal and a new credit.
 * Choice: a reversed credit is not frozen any more, so its points are taken away once.
 * Choice: a record may be frozen before its credit; the credit then arrives frozen.
 * Choice: frozen points are the whole credit, also where part of it was spent: the rest of the balance then stands for it. So a seller who spends first
 * gains nothing.
 * Choice: a redemption is refused when it asks for more than is spendable, in full, never in part. A debt, balance below zero, leaves nothing spendable, and
 * later credits repay it by the sum alone.
 * Choice: a delivered redemption is not cancelled, and a cancellation gives a reason. Both say so as refusals; one sent again is silent.
 * Choice: points are 1 for each full 30 minutes of one record.
 */
export type PointAct =
  | { readonly type: 'credit'; readonly credit: string; readonly record: string; readonly points: number }
  | { readonly type: 'reverse'; readonly credit: string }
  | { readonly type: 'freeze'; readonly record: string }
  | { readonly type: 'thaw'; readonly record: string }
  | { readonly type: 'redeem'; readonly redemption: string; readonly points: number }
  | { readonly type: 'deliver'; readonly redemption: string }
  | { readonly type: 'cancel'; readonly redemption: string; readonly reason: string }

export interface PointCredit {
  readonly record: string
  readonly points: number
  readonly isReversed: boolean
}

export interface PointRedemption {
  readonly points: number
  readonly state: 'spent' | 'delivered' | 'cancelled'
}

export interface PointBook {
  readonly credits: ReadonlyMap<string, PointCredit>
  readonly redemptions: ReadonlyMap<string, PointRedemption>
  readonly frozen: ReadonlySet<string>
}

export type PointAnswer =
  'done' | 'silent' | 'insufficient' | 'unknown' | 'no-points' | 'delivered' | 'cancelled' | 'no-reason'

export const emptyBook: PointBook = { credits: new Map(), redemptions: new Map(), frozen: new Set() }

export const countPoints = (minutes: number): number => Math.floor(minutes / 30)

const add = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0)

export const sumIssued = ({ credits }: PointBook): number => add([...credits.values()].map(({ points }) => points))
export const sumReversed = ({ credits }: PointBook): number =>
  add([...credits.values()].filter(({ isReversed }) => isReversed).map(({ points }) => points))
export const sumSpent = ({ redemptions }: PointBook): number =>
  add([...redemptions.values()].filter(({ state }) => state !== 'cancelled').map(({ points }) => points))
export const sumFrozen = ({ credits, frozen }: PointBook): number =>
  add(
    [...credits.values()]
      .filter(({ isReversed, record }) => !isReversed && frozen.has(record))
      .map(({ points }) => points),
  )

export const findBalance = (book: PointBook): number => sumIssued(book) - sumReversed(book) - sumSpent(book)
export const findSpendable = (book: PointBook): number => Math.max(0, findBalance(book) - sumFrozen(book))

interface Told {
  readonly book: PointBook
  readonly answer: PointAnswer
}

const setRedemption = (book: PointBook, id: string, redemption: PointRedemption): Told => ({
  book: { ...book, redemptions: new Map(book.redemptions).set(id, redemption) },
  answer: 'done',
})

const redeem = (book: PointBook, id: string, points: number): Told => {
  if (book.redemptions.has(id)) return { book, answer: 'silent' }
  if (!Number.isInteger(points) || points < 1) return { book, answer: 'no-points' }
  if (points > findSpendable(book)) return { book, answer: 'insufficient' }
  return setRedemption(book, id, { points, state: 'spent' })
}

const endRedemption = (book: PointBook, id: string, state: 'delivered' | 'cancelled'): Told => {
  const redemption = book.redemptions.get(id)
  if (redemption === undefined) return { book, answer: 'unknown' }
  if (redemption.state === state) return { book, answer: 'silent' }
  if (redemption.state !== 'spent') return { book, answer: redemption.state }
  return setRedemption(book, id, { ...redemption, state })
}

const setCredit = (book: PointBook, id: string, credit: PointCredit): Told => ({
  book: { ...book, credits: new Map(book.credits).set(id, credit) },
  answer: 'done',
})

const reverse = (book: PointBook, id: string): Told => {
  const credit = book.credits.get(id)
  if (credit === undefined) return { book, answer: 'unknown' }
  return credit.isReversed ? { book, answer: 'silent' } : setCredit(book, id, { ...credit, isReversed: true })
}

const setFrozen = (book: PointBook, record: string, isFrozen: boolean): Told => {
  if (book.frozen.has(record) === isFrozen) return { book, answer: 'silent' }
  const others = [...book.frozen].filter((one) => one !== record)
  return { book: { ...book, frozen: new Set(isFrozen ? [...others, record] : others) }, answer: 'done' }
}

/** Tells the book after an act and the answer to it. A refusal leaves the book as it is. */
export const tellAct = (book: PointBook, act: PointAct): Told => {
  switch (act.type) {
    case 'credit':
      if (book.credits.has(act.credit)) return { book, answer: 'silent' }
      return setCredit(book, act.credit, { record: act.record, points: act.points, isReversed: false })
    case 'reverse':
      return reverse(book, act.credit)
    case 'freeze':
      return setFrozen(book, act.record, true)
    case 'thaw':
      return setFrozen(book, act.record, false)
    case 'redeem':
      return redeem(book, act.redemption, act.points)
    case 'deliver':
      return endRedemption(book, act.redemption, 'delivered')
    case 'cancel':
      return act.reason.trim() === '' ? { book, answer: 'no-reason' } : endRedemption(book, act.redemption, 'cancelled')
  }
}

export const tellActs = (acts: readonly PointAct[]): PointBook =>
  acts.reduce((book, act) => tellAct(book, act).book, emptyBook)
