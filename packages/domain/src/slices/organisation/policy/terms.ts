/** Policy terms in sections: each is owned by the slice that reads it, and the policy slice knows none but its own (G5). */
import type { Decoded, Fields, Plain, Sections } from '@zhiyuan/kernel'
import type { Term } from './term.codec.ts'

/** What is wrong with a section that no single term can say: the term to change, and what is wanted of it. */
export interface TermFault<K extends string = string> {
  readonly term: K
  readonly expected: string
}

/** The terms that one slice reads. */
export interface Section<N extends string = string, F extends Fields = Fields> {
  readonly name: N
  readonly fields: F
  /** What a policy means that says nothing of a term. */
  readonly absent: Decoded<F>
  // A method, so that sections of any terms fit one list.
  check(terms: Decoded<F>): TermFault | null
}

/** Any section, where its terms do not matter. */
export type AnySection = Section<string, Fields>
/** The terms of a section. */
export type TermsOf<S extends AnySection> = Decoded<S['fields']>

/**
 * A section beside its slice. `absent` is what a policy means that was adopted before there was such a term: the behaviour of before,
 * neutral where figures read it, never a new rule. It is fixed from the first release on, since old policies rest on it.
 * What a county is advised to adopt is a preset, and may change. `check` says what must hold between terms.
 *
 * @example
 * export const pointTerms = section('points', { minutesPerPoint: Minutes }, { minutesPerPoint: 30 })
 */
export const section = <const N extends string, F extends Fields>(
  name: N,
  fields: F,
  absent: Plain<Decoded<F>>,
  check: (terms: Decoded<F>) => TermFault<keyof F & string> | null = () => null,
): Section<N, F> => ({ name, fields, absent: absent as Decoded<F>, check })

/** The own section of a policy. The event's codec has checked every term that it says; `absent` says the others. */
export const readTerms = <F extends Fields>(
  { name, absent }: Section<string, F>,
  { sections }: { readonly sections: Sections },
): Decoded<F> => ({ ...absent, ...(Object.hasOwn(sections, name) ? (sections[name] as Partial<Decoded<F>>) : {}) })

/** The terms of a section that are lengths of time: a clock runs by one of them. */
export type TimerTermName<F extends Fields> = {
  readonly [K in keyof F]: Decoded<F>[K] extends Term ? K : never
}[keyof F]
