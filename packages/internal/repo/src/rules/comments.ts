import { readFileSync } from 'node:fs'

/** A file whose comments cite ids, and those ids. */
export interface Cited {
  readonly file: string
  readonly ids: ReadonlyArray<string>
}

// A quoted text is taken whole, so that what looks like a comment inside it is none.
const tokens = /'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`|(\/\*[^]*?\*\/|\/\/[^\n]*)/g
const idPattern = /(?<![\p{L}\d_.'-])[A-Z]\d{1,3}(?![\p{L}\d_'])/gu
/** The lines of an example are code. */
const dropExample = (comment: string): string => comment.replace(/@example[^]*$/, '')

/** The ids of rules, clauses and indicators that a source's comments cite: `O22`, `C05`, `I03`. */
export const readCited = (source: string): ReadonlyArray<string> => [
  ...new Set(
    [...source.matchAll(tokens)].flatMap(([, comment = '']) =>
      [...dropExample(comment).matchAll(idPattern)].map(([id]) => id),
    ),
  ),
]

/** Tests and fixtures have names of their own that look like ids: units V1 and T2, records R5. */
const isTest = /\.(?:test|fixture|arbitrary)\.ts$|\/src\/fixtures\/|\/internal\/acceptance\//

/** What the comments of the sources cite. */
export const listCited = (files: ReadonlyArray<string>): ReadonlyArray<Cited> =>
  files
    .filter((file) => /^packages\/.*\/src\/.*\.ts$/.test(file) && !isTest.test(file))
    .map((file) => ({ file, ids: readCited(readFileSync(file, 'utf8')) }))

/** Ids that no reference page lists, each with the file that cites it. */
export const listUnknown = (cited: ReadonlyArray<Cited>, known: ReadonlySet<string>): ReadonlyArray<string> =>
  cited.flatMap(({ file, ids }) => ids.filter((id) => !known.has(id)).map((id) => `${file}: ${id}`))
