/** A mapping is data: how the columns of a CSV become a command. */
import type * as t from 'io-ts'
import { isRight } from 'fp-ts/lib/Either.js'
import { boolean, closed, codec, Instant, list, literal, nullable, parseJson, text, variants } from '@zhiyuan/kernel'

export interface ColumnBrand {
  readonly Column: unique symbol
}
/** A column's heading, as the file has it. */
export type Column = t.Branded<string, ColumnBrand>
export const Column = text<ColumnBrand>('Column', /^[^\p{Cc}\p{Cs}]+$/u, 120)

export interface CellBrand {
  readonly Cell: unique symbol
}
/** A short piece of text from a cell or for a field. */
export type Cell = t.Branded<string, CellBrand>
export const Cell = text<CellBrand>('Cell', /^[^\p{Cc}\p{Cs}]*$/u, 500)

export interface JsonTextBrand {
  readonly JsonText: unique symbol
}
const isJson = (u: unknown): u is t.Branded<string, JsonTextBrand> =>
  typeof u === 'string' && u.length <= 2000 && isRight(parseJson(u))
/** A JSON value, written as text. */
export const JsonText = codec('JsonText', { kind: 'text', pattern: '^[^]*$', max: 2000 }, isJson)

/** The text of a cell → the value of the field. */
export const WordPair = closed({ from: Cell, to: Cell })
const words = list(WordPair, 0, 2000)

/** Always the same JSON value. */
export const ConstantRule = closed({ type: literal('constant'), json: JsonText })
/** Looks a cell up in a list of words. A word that is not listed refuses the row, and so does an empty cell unless `missing` gives its value. */
export const WordsRule = closed({ type: literal('words'), column: Column, words, missing: nullable(Cell) })
/** Looks the row's class up in a list of words. */
export const ClassRule = closed({ type: literal('class'), words })
/** `2012-12-20 23:12:49+00:00` or ISO 8601 with an offset. An empty cell refuses the row, or is null where `optional`. */
export const InstantRule = closed({ type: literal('instant'), column: Column, optional: boolean })
/** An opaque id: a keyed hash of the cells, since a foreign id may be an ID-card number (P1). */
export const IdRule = closed({ type: literal('id'), prefix: Cell, columns: list(Column, 1, 10) })
/** Free text, kept in the vault; the command holds a reference (P1). */
export const TextRule = closed({ type: literal('text'), columns: list(Column, 1, 10) })
/** The instant at which the row enters, see `entry`. */
export const EntryRule = closed({ type: literal('entry') })

/** Where a field of the command comes from. */
export const FieldRule = variants('FieldRule', [
  ConstantRule,
  WordsRule,
  ClassRule,
  InstantRule,
  IdRule,
  TextRule,
  EntryRule,
])
export type FieldRule = t.TypeOf<typeof FieldRule>

/** Holds where the cell of a column is one of these. */
export const Condition = closed({ column: Column, in: list(Cell, 1, 500) })
export type Condition = t.TypeOf<typeof Condition>

/** A row's class: the first whose conditions all hold. `refer` names the office that gets rows which are not volunteer service. */
export const RowClass = closed({ name: Cell, when: list(Condition, 0, 20), refer: nullable(Cell) })
export type RowClass = t.TypeOf<typeof RowClass>

/** Refuses a row whose instant in `column` is before that in `other`, where both are there. */
export const NotBefore = closed({ column: Column, other: Column, reason: Cell })
export type NotBefore = t.TypeOf<typeof NotBefore>

/**
 * The description of a file for an import.
 *
 * @example
 * const mapping = decode(Mapping)(JSON.parse(text)) // Left: which path is wrong
 */
export const Mapping = closed({
  name: Cell,
  /** Where the data come from and under which licence. */
  origin: Cell,
  /** The columns that name a row: two rows of one name are the same row. */
  identity: list(Column, 1, 10),
  checks: list(NotBefore, 0, 50),
  /** The last class should have no condition: a row without a class is refused. */
  classes: list(RowClass, 1, 200),
  /** Rows enter evenly from `from` to `to`, in the order of the instants in `orderBy`, ties by identity. */
  entry: closed({ orderBy: Column, from: Instant, to: Instant }),
  /** The type of the command and a rule for each of its fields. */
  command: closed({ type: Cell, fields: list(closed({ name: Cell, rule: FieldRule }), 1, 50) }),
})
export type Mapping = t.TypeOf<typeof Mapping>
