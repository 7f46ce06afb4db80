import { readFileSync } from 'node:fs'

/** A file that cites ids, and those ids. */
export interface Cited {
  readonly file: string
  readonly ids: ReadonlyArray<string>
}

// A quoted text is taken whole, so that what looks like a comment inside it is none.
const tokens = /'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`|(\/\*[^]*?\*\/|\/\/[^\n]*)/g
const idPattern = /(?<![\p{L}\d_.'-])[A-Z]\d{1,3}[a-d]?(?![\p{L}\d_'])/gu
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

/** Letters of rules, clauses and indicators. A page may name a unit or a record by another letter and a number. */
const pageId = /(?<![\p{L}\d_.'/-])[NOAHWSGPCIL]\d{1,2}[a-d]?(?![\p{L}\d_'])/gu

const leading = /['"`]((?:[A-Z]\d{1,2}[a-d]?)(?:, [A-Z]\d{1,2}[a-d]?)*): /g
const title = /\b(?:it|test|describe)(?:\.\w+)?\(\s*(['"`])((?:\\.|(?!\1).)*)\1/gs
/** The ids that the titles of a test file cite: `it('O4, O16: escalates')`, and those in the middle of a title. */
export const readTitleIds = (source: string): ReadonlyArray<string> => [
  ...new Set([
    ...[...source.matchAll(leading)].flatMap(([, list = '']) => list.split(', ')),
    ...[...source.matchAll(title)].flatMap(([, , text = '']) => text.match(pageId) ?? []),
  ]),
]

const addedRow = /^\+\| ([A-Z]\d{1,2}[a-d]?) \|/gm
/** The ids that the prose of a page cites, outside its code and beside those whose row a patch on the page adds. */
export const readPageIds = (text: string): ReadonlyArray<string> => {
  const added = new Set([...text.matchAll(addedRow)].map(([, id]) => id))
  const prose = text.replace(/^```[^]*?^```$/gm, '').replace(/`[^`\n]*`/g, '')
  return [...new Set(prose.match(pageId) ?? [])].filter((id) => !added.has(id))
}

/** Tests and fixtures name units and records by a letter and a number, which look like ids. */
const isTest = /\.(?:test|fixture|arbitrary)\.ts$|\/src\/fixtures\/|\/internal\/acceptance\//

/** What the comments of the sources cite. */
export const listCited = (files: ReadonlyArray<string>): ReadonlyArray<Cited> =>
  files.filter((file) => !isTest.test(file)).map((file) => ({ file, ids: readCited(readFileSync(file, 'utf8')) }))

/** Ids that are not known, each with the file that cites it. */
export const listUnknown = (cited: ReadonlyArray<Cited>, known: ReadonlySet<string>): ReadonlyArray<string> =>
  cited.flatMap(({ file, ids }) => ids.filter((id) => !known.has(id)).map((id) => `${file}: ${id}`))
