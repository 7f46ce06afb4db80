import * as E from 'fp-ts/lib/Either.js'
import type { Instant } from '@zhiyuan/kernel'
import { commitmentOf, VaultText, type Secret } from '@zhiyuan/runtime'
import { instantOf } from './instant-cell.ts'
import type { Keyed } from './keyed.ts'
import type { Condition, FieldRule, Mapping, RowClass } from './mapping.codec.ts'

export type CsvRow = Readonly<Record<string, string>>

/** A row that will not be imported: its number (1 is the first below the headings), the column or field, and why. */
export interface RefusedRow {
  readonly row: number
  readonly field: string
  readonly reason: string
}

export type Problem = Omit<RefusedRow, 'row'>

const cell = (row: CsvRow, column: string): string => row[column]?.trim() ?? ''

const holds =
  (row: CsvRow) =>
  ({ column, in: allowed }: Condition): boolean =>
    (allowed as ReadonlyArray<string>).includes(cell(row, column))

/** The first class whose conditions all hold. */
export const classOf = (mapping: Mapping, row: CsvRow): RowClass | undefined =>
  mapping.classes.find(({ when }) => when.every(holds(row)))

/** The first check that the row does not pass. */
export const failedCheck = (mapping: Mapping, row: CsvRow): Problem | undefined => {
  const failed = mapping.checks.find(({ column, other }) => {
    const [at, earlier] = [instantOf(cell(row, column)), instantOf(cell(row, other))]
    return at !== null && earlier !== null && at < earlier
  })
  return failed === undefined ? undefined : { field: failed.column, reason: failed.reason }
}

/** What a field's rule may look at. */
export interface RowContext {
  readonly mapping: Mapping
  readonly row: CsvRow
  readonly rowClass: RowClass
  readonly at: Instant
  readonly keyed: Keyed
}

/** A field's value, and the text it puts into the vault. */
export interface Filled {
  readonly value: unknown
  readonly secret: Secret | null
}

type Fill = E.Either<Problem, Filled>

const plain = (value: unknown): Fill => E.right({ value, secret: null })
const refuse = (field: string, reason: string): Fill => E.left({ field, reason })

const inWords = (
  pairs: ReadonlyArray<{ readonly from: string; readonly to: string }>,
  from: string,
): string | undefined => pairs.find((pair) => pair.from === from)?.to

const identity = ({ mapping, row }: RowContext): ReadonlyArray<string> =>
  mapping.identity.map((column) => cell(row, column))

const textFilled = (context: RowContext, columns: ReadonlyArray<string>): Fill => {
  const { keyed, row, mapping } = context
  const named = ['text', mapping.name, ...columns, ...identity(context)]
  const words = columns
    .map((column) => cell(row, column))
    .filter((word) => word !== '')
    .join(' · ')
  if (!VaultText.is(words)) return refuse(columns.join(', '), 'more than 32,768 UTF-16 units')
  const [id, salt] = [keyed.id(...named), keyed.salt(...named)]
  return E.right({ value: { id, commitment: commitmentOf(salt, words) }, secret: { id, salt, text: words } })
}

/** Applies one rule to one row. */
export const fill = (rule: FieldRule, context: RowContext): Fill => {
  const { row, rowClass, at, keyed } = context
  switch (rule.type) {
    case 'constant':
      return plain(JSON.parse(rule.json))
    case 'words': {
      const word = cell(row, rule.column)
      const value = word === '' ? (rule.missing ?? undefined) : inWords(rule.words, word)
      return value === undefined ? refuse(rule.column, word === '' ? 'missing' : `unknown word: ${word}`) : plain(value)
    }
    case 'class': {
      const value = inWords(rule.words, rowClass.name)
      return value === undefined ? refuse('class', `no word for class ${rowClass.name}`) : plain(value)
    }
    case 'instant': {
      const word = cell(row, rule.column)
      if (word === '') return rule.optional ? plain(null) : refuse(rule.column, 'missing')
      const instant = instantOf(word)
      return instant === null ? refuse(rule.column, 'not an instant with an offset') : plain(instant)
    }
    case 'id':
      return plain(
        `${rule.prefix}${keyed.id(context.mapping.name, ...rule.columns.map((column) => cell(row, column)))}`,
      )
    case 'text':
      return textFilled(context, rule.columns)
    case 'entry':
      return plain(at)
  }
}
