import * as E from 'fp-ts/lib/Either.js'
import { parse, type InfoRecord } from 'csv-parse/sync'
import { decodeRefused, type DecodeRefused } from '@zhiyuan/kernel'
import type { Mapping } from './mapping.codec.ts'
import type { CsvRow } from './row.ts'

interface Line {
  readonly record: CsvRow
  readonly info: InfoRecord
}

/** A file as it stands: its headings, and each row with whether it has exactly one cell for every heading. */
export interface CsvFile {
  readonly headings: ReadonlyArray<string>
  readonly rows: ReadonlyArray<{ readonly row: CsvRow; readonly whole: boolean }>
}

/** Reads UTF-8 with headings in the first row; line breaks inside quoted fields are allowed. */
export const readFile = (csv: string): E.Either<DecodeRefused, CsvFile> =>
  E.tryCatch(
    () => {
      let headings: ReadonlyArray<string> = []
      const columns = (first: string[]): string[] => {
        headings = first
        return first
      }
      const how = { columns, bom: true, skip_empty_lines: true, relax_column_count: true, info: true } as const
      const lines = parse(csv, how) as unknown as ReadonlyArray<Line>
      return { headings, rows: lines.map(({ record, info }) => ({ row: record, whole: info.error === undefined })) }
    },
    (error) => decodeRefused('$', `CSV: ${error instanceof Error ? error.message : 'unreadable'}`),
  )

/** The rows of a file whose every row is whole; one that is not refuses the file. */
export const readCsv = (csv: string): E.Either<DecodeRefused, ReadonlyArray<CsvRow>> =>
  E.flatMap(({ rows }: CsvFile) => {
    const broken = rows.findIndex(({ whole }) => !whole)
    return broken < 0
      ? E.right(rows.map(({ row }) => row))
      : E.left(decodeRefused(`$[${broken}]`, 'a cell for each heading'))
  })(readFile(csv))

const listColumns = ({ identity, checks, classes, entry, command }: Mapping): ReadonlyArray<string> => [
  ...identity,
  ...checks.flatMap(({ column, other }) => [column, other]),
  ...classes.flatMap(({ when }) => when.map(({ column }) => column)),
  entry.orderBy,
  ...command.fields.flatMap(({ rule }) => ('column' in rule ? [rule.column] : 'columns' in rule ? rule.columns : [])),
]

/** A column that the mapping names and the file lacks: without this check every row would pass for one that left it empty. */
export const missingColumn = (mapping: Mapping, { headings }: CsvFile): string | undefined =>
  listColumns(mapping).find((column) => !headings.includes(column))
