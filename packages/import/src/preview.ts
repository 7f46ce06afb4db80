import * as E from 'fp-ts/lib/Either.js'
import {
  decode,
  decodeRefused,
  fromMillis,
  toMillis,
  type Codec,
  type DecodeRefused,
  type Instant,
  type Typed,
} from '@zhiyuan/kernel'
import type { Secret } from '@zhiyuan/runtime'
import { missingColumn, readFile, type CsvFile } from './csv.ts'
import { parseInstant } from './instant-cell.ts'
import type { Keyed } from './keyed.ts'
import type { Mapping, RowClass } from './mapping.codec.ts'
import { findClass, failedCheck, fill, type CsvRow, type Problem, type RefusedRow, type RowContext } from './row.ts'

/** A row that became a command. */
export interface PlannedRow<C> {
  /** 1 is the first row below the headings. */
  readonly row: number
  readonly at: Instant
  readonly class: string
  /** The office that gets the row where it is not volunteer service. */
  readonly refer: string | null
  readonly command: C
  readonly secrets: ReadonlyArray<Secret>
}

/** What an import would do. Nothing is written by a preview. */
export interface ImportPlan<C> {
  readonly rows: number
  /** In the order in which they enter. */
  readonly planned: ReadonlyArray<PlannedRow<C>>
  readonly refused: ReadonlyArray<RefusedRow>
}

/** A file's text, the mapping of its columns to a command, and that command's codec. */
export interface PreviewInput<C> {
  /** The whole file, decoded from UTF-8, with headings in its first row. */
  readonly csv: string
  readonly mapping: Mapping
  readonly command: Codec<C>
  readonly keyed: Keyed
}

interface Candidate {
  readonly number: number
  readonly row: CsvRow
  readonly rowClass: RowClass
  readonly orderBy: Instant
}

const readCandidate = (
  mapping: Mapping,
  { row, whole }: CsvFile['rows'][number],
  number: number,
): E.Either<Problem, Candidate> => {
  if (!whole) return E.left({ field: '$', reason: 'more or fewer cells than headings' })
  const failed = failedCheck(mapping, row)
  if (failed !== undefined) return E.left(failed)
  const rowClass = findClass(mapping, row)
  if (rowClass === undefined) return E.left({ field: 'class', reason: 'no class fits' })
  const orderBy = parseInstant(row[mapping.entry.orderBy] ?? '')
  return orderBy === null
    ? E.left({ field: mapping.entry.orderBy, reason: 'not an instant with an offset' })
    : E.right({ number, row, rowClass, orderBy })
}

/** Fills every field; the first refusal wins. */
const fillCommand = (
  context: RowContext,
): E.Either<Problem, { readonly value: unknown; readonly secrets: ReadonlyArray<Secret> }> => {
  const value: Record<string, unknown> = { type: context.mapping.command.type }
  const secrets: Secret[] = []
  for (const { name, rule } of context.mapping.command.fields) {
    const filled = fill(rule, context)
    if (E.isLeft(filled)) return filled
    value[name] = filled.right.value
    if (filled.right.secret !== null) secrets.push(filled.right.secret)
  }
  return E.right({ value, secrets })
}

const firstIssue = ({ issues }: DecodeRefused): Problem => ({
  field: issues[0]?.path ?? '$',
  reason: issues[0]?.expected ?? 'refused',
})

const planRow = <C>(
  input: PreviewInput<C>,
  at: Instant,
  { row, rowClass, number }: Candidate,
): E.Either<Problem, PlannedRow<C>> =>
  E.flatMap(({ value, secrets }: { readonly value: unknown; readonly secrets: ReadonlyArray<Secret> }) =>
    E.bimap(firstIssue, (command: C): PlannedRow<C> => ({
      row: number,
      at,
      class: rowClass.name,
      refer: rowClass.refer,
      command,
      secrets,
    }))(decode(input.command)(value)),
  )(fillCommand({ mapping: input.mapping, row, rowClass, at, keyed: input.keyed }))

/** Evenly over the window, in order. */
const spreadEntry = ({ from, to }: Mapping['entry'], index: number, count: number): Instant =>
  fromMillis(toMillis(from) + Math.floor(((toMillis(to) - toMillis(from)) * index) / Math.max(count, 1)))

const compareCandidates =
  (identity: ReadonlyArray<string>) =>
  (a: Candidate, b: Candidate): number => {
    const keys = ({ row, orderBy }: Candidate) =>
      [orderBy, ...identity.map((column) => row[column] ?? '')].join('\u0000')
    const left = keys(a)
    const right = keys(b)
    return left < right ? -1 : left > right ? 1 : a.number - b.number
  }

/** Says what an import would do, row by row: planned + refused = rows. A file that lacks a column of the mapping is refused. */
export const preview = <C extends Typed>(input: PreviewInput<C>): E.Either<DecodeRefused, ImportPlan<C>> =>
  E.flatMap((file: CsvFile): E.Either<DecodeRefused, ImportPlan<C>> => {
    const { mapping } = input
    const { rows } = file
    const missing = missingColumn(mapping, file)
    if (missing !== undefined) return E.left(decodeRefused('$', `CSV: no column ${missing}`))
    const sifted = rows.map((row, index) => ({ number: index + 1, outcome: readCandidate(mapping, row, index + 1) }))
    const refused: RefusedRow[] = []
    const candidates: Candidate[] = []
    for (const { number, outcome } of sifted) {
      if (E.isRight(outcome)) candidates.push(outcome.right)
      else refused.push({ row: number, ...outcome.left })
    }
    candidates.sort(compareCandidates(mapping.identity))
    const planned: PlannedRow<C>[] = []
    candidates.forEach((one, index) => {
      const outcome = planRow(input, spreadEntry(mapping.entry, index, candidates.length), one)
      if (E.isRight(outcome)) planned.push(outcome.right)
      else refused.push({ row: one.number, ...outcome.left })
    })
    return E.right({ rows: rows.length, planned, refused: refused.sort((a, b) => a.row - b.row) })
  })(readFile(input.csv))
