/** Policy terms in sections. Each section is owned by the slice that reads it; the policy slice knows only its own (G5). */
import type { Decoded, Fields, Plain, Sections } from '@zhiyuan/kernel'
import type { Term } from './term.codec.ts'

/** A fault between the terms of a section: the term to change, and what is wanted of it. */
export interface TermFault<K extends string = string> {
  readonly term: K
  readonly expected: string
}

/** The terms that one slice reads. */
export interface Section<N extends string = string, F extends Fields = Fields> {
  readonly name: N
  readonly fields: F
  /** The terms that hold where a policy does not name them. */
  readonly absent: Decoded<F>
  // A method, so that sections of any terms fit one list.
  check(terms: Decoded<F>): TermFault | null
}

/** Any section, where its terms do not matter. */
export type AnySection = Section<string, Fields>
/** The terms of a section. */
export type TermsOf<S extends AnySection> = Decoded<S['fields']>

/**
 * Defines a section, beside the slice that reads it. `absent` holds for a policy adopted before the term existed. It keeps the earlier
 * behaviour, is neutral where figures read it, and is never a new rule. It is fixed from the first release on, since old policies rest on
 * it. A preset is what a county is advised to adopt, and may change. `check` says what must hold between terms.
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

/** A policy's terms for one section. The event's codec has checked the terms given; `absent` supplies the others. */
export const readTerms = <F extends Fields>(
  { name, absent }: Section<string, F>,
  { sections }: { readonly sections: Sections },
): Decoded<F> => ({ ...absent, ...(Object.hasOwn(sections, name) ? (sections[name] as Partial<Decoded<F>>) : {}) })

/** The terms of a section that are lengths of time or null: with null no timer runs. */
export type OptionalTimerTermName<F extends Fields> = {
  readonly [K in keyof F]: Decoded<F>[K] extends Term | null ? K : never
}[keyof F]

/** The terms of a section that are lengths of time: a timer runs by one of them. */
export type TimerTermName<F extends Fields> = {
  readonly [K in keyof F]: Decoded<F>[K] extends Term ? K : never
}[keyof F]
