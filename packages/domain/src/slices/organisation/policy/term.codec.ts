/** A length of time, as policies set it. */
import type * as t from 'io-ts'
import { closed, integer, oneRecord, text, type Codec } from '@zhiyuan/kernel'

export interface TermLengthBrand {
  readonly TermLength: unique symbol
}
/** How many hours, days or working days a term lasts, from 1. */
export type TermLength = t.Branded<number, TermLengthBrand>
export const TermLength = integer<TermLengthBrand>('TermLength', 1, 10_000)

/** A length of time: elapsed hours or days, or working days (which end with the n-th working day after the starting one). */
export type Term = { readonly hours: TermLength } | { readonly days: TermLength } | { readonly workingDays: TermLength }
const hours = closed({ hours: TermLength })
const days = closed({ days: TermLength })
const workingDays = closed({ workingDays: TermLength })
export const Term: Codec<Term> = oneRecord('Term', [hours, days, workingDays])

export interface LimitBrand {
  readonly Limit: unique symbol
}
/** The most of something that is allowed, from 1. */
export type Limit = t.Branded<number, LimitBrand>
export const Limit = integer<LimitBrand>('Limit', 1, 10_000)

export interface TermNameBrand {
  readonly TermName: unique symbol
}
/** A term of a policy by its section, such as `attendance.told`. */
export type TermName = t.Branded<string, TermNameBrand>
export const TermName = text<TermNameBrand>('TermName', /^[a-z]{1,32}\.[A-Za-z]{1,32}$/, 65)
