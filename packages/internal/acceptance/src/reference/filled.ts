/** The fields of a command that the ledger fills, and no sender hands in. */
import { closed, type AnyCodec } from '@zhiyuan/kernel'
import { code, enumerate } from './markdown.ts'
import { filledByLedger } from './to-do/choices.ts'

const isFilled = (field: string): boolean => filledByLedger.includes(field)

/** The record as a sender writes it, and the fields that the ledger fills. */
export const splitFields = (record: AnyCodec): { readonly sent: AnyCodec; readonly filled: ReadonlyArray<string> } => {
  const { shape } = record
  if (shape.kind !== 'record') return { sent: record, filled: [] }
  const fields = Object.fromEntries(Object.entries(shape.fields).filter(([field]) => !isFilled(field)))
  return { sent: closed(fields), filled: Object.keys(shape.fields).filter(isFilled) }
}

export const showFilled = (filled: ReadonlyArray<string>): string =>
  filled.length === 0 ? '' : `- **Filled by the ledger**: ${enumerate(filled.map(code))}; a sender hands none in (O10)`
