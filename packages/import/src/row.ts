import * as E from 'fp-ts/lib/Either.js'
import type { Instant } from '@zhiyuan/kernel'
import { computeCommitment, VaultText, type Secret } from '@zhiyuan/runtime'
import { parseInstant } from './instant-cell.ts'
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

const isMet =
  (row: CsvRow) =>
  ({ column, in: allowed }: Condition): boolean =>
    (allowed as ReadonlyArray<string>).includes(cell(row, column))

/** The first class whose conditions all hold. */
export const findClass = (mapping: Mapping, row: CsvRow): RowClass | undefined =>
  mapping.classes.find(({ when }) => when.every(isMet(row)))

/** The first check that the row does not pass. */
export const failedCheck = (mapping: Mapping, row: CsvRow): Problem | undefined => {
  const failed = mapping.checks.find(({ column, other }) => {
    const at = parseInstant(cell(row, column))
    const earlier = parseInstant(cell(row, other))
    return at !== null && earlier !== null && at < earlier
  })
  return failed === undefined ? undefined : { field: failed.column, reason: failed.reason }
}

/** The input of a field's rule. */
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

const plainFill = (value: unknown): Fill => E.right({ value, secret: null })
const refuse = (field: string, reason: string): Fill => E.left({ field, reason })

const lookUpWord = (
  pairs: ReadonlyArray<{ readonly from: string; readonly to: string }>,
  from: string,
): string | undefined => pairs.find((pair) => pair.from === from)?.to

const identity = ({ mapping, row }: RowContext): ReadonlyArray<string> =>
  mapping.identity.map((column) => cell(row, column))

const fillText = (context: RowContext, columns: ReadonlyArray<string>): Fill => {
  const { keyed, row, mapping } = context
  const named = ['text', mapping.name, ...columns, ...identity(context)]
  const words = columns
    .map((column) => cell(row, column))
    .filter((word) => word !== '')
    .join(' · ')
  if (!VaultText.is(words)) return refuse(columns.join(', '), 'more than 32,768 UTF-16 units')
  const id = keyed.id(...named)
  const salt = keyed.salt(...named)
  return E.right({ value: { id, commitment: computeCommitment(salt, words) }, secret: { id, salt, text: words } })
}

/** Applies one rule to one row. */
export const fill = (rule: FieldRule, context: RowContext): Fill => {
  const { row, rowClass, at, keyed } = context
  switch (rule.type) {
    case 'constant':
      return plainFill(JSON.parse(rule.json))
    case 'words': {
      const word = cell(row, rule.column)
      const value = word === '' ? (rule.missing ?? undefined) : lookUpWord(rule.words, word)
      return value === undefined
        ? refuse(rule.column, word === '' ? 'missing' : `unknown word: ${word}`)
        : plainFill(value)
    }
    case 'class': {
      const value = lookUpWord(rule.words, rowClass.name)
      return value === undefined ? refuse('class', `no word for class ${rowClass.name}`) : plainFill(value)
    }
    case 'instant': {
      const word = cell(row, rule.column)
      if (word === '') return rule.optional ? plainFill(null) : refuse(rule.column, 'missing')
      const instant = parseInstant(word)
      return instant === null ? refuse(rule.column, 'not an instant with an offset') : plainFill(instant)
    }
    case 'id':
      return plainFill(
        `${rule.prefix}${keyed.id(context.mapping.name, ...rule.columns.map((column) => cell(row, column)))}`,
      )
    case 'text':
      return fillText(context, rule.columns)
    case 'entry':
      return plainFill(at)
  }
}
