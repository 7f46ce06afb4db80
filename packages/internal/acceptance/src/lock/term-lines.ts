import type { Fields } from '@zhiyuan/kernel'
import { canonicalText } from '../canonical.ts'
import { digestText, type Line } from './line.ts'
import { nameWords, spellOut } from './shape-text.ts'

/** The part of a policy's section that the lock needs. */
export interface TermSection {
  readonly name: string
  readonly fields: Fields
  readonly absent: object
}

/** A line for each term of each section, with its meaning in a policy that does not have it: old policies rest on that. */
export const termLines = (sections: ReadonlyArray<TermSection>): ReadonlyArray<Line> =>
  sections.flatMap(({ name, fields, absent }) =>
    Object.entries(fields).map(([key, codec]) => {
      const without = `absent ${canonicalText((absent as Readonly<Record<string, unknown>>)[key])}`
      return {
        key: `term ${name}.${key}`,
        digest: digestText(`${spellOut(codec)} ${without}`),
        text: `${nameWords(codec)} ${without}`,
      }
    }),
  )
