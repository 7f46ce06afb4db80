/** What a field of a command or an event may hold, read off the shapes of the codecs. */
import type { AnyCodec, Fields } from '@zhiyuan/kernel'
import { code, table } from './markdown.ts'
import { allowed, isWord, spellName } from './shapes.ts'

/** A field, or a field of a field: `planned`, `planned.start`; of a list's items `segments[].start`. */
interface FieldRow {
  readonly path: string
  readonly codec: AnyCodec
  readonly nullable: boolean
}

const listInside = ({ shape }: AnyCodec): Fields => (shape.kind === 'record' ? shape.fields : {})

/** The codec itself, and all that lies in it. Items of a list have no row of their own: the row of the list names them. */
const listRows = (path: string, codec: AnyCodec, nullable = false): ReadonlyArray<FieldRow> => {
  const { shape } = codec
  const own = { path, codec, nullable }
  if (shape.kind === 'nullable') return listRows(path, shape.of, true)
  if (shape.kind === 'record') return [own, ...listFields(shape.fields, `${path}.`)]
  if (shape.kind === 'list') return [own, ...listRows(`${path}[]`, shape.of).slice(1)]
  if (shape.kind === 'variants')
    return [own, ...Object.values(shape.members).flatMap((one) => listFields(listInside(one), `${path}.`))]
  return [own]
}

/** Fields but the `type`, which the heading says. */
const listFields = (fields: Fields, before = ''): ReadonlyArray<FieldRow> =>
  Object.entries(fields)
    .filter(([key]) => key !== 'type')
    .flatMap(([key, codec]) => listRows(`${before}${key}`, codec))

/** Patterns longer than this stand in the table of words alone. */
const longest = 40

const describe = ({ codec, nullable }: FieldRow): string => {
  const { shape } = codec
  const said =
    shape.kind === 'text' && shape.pattern.length > longest ? 'a text: see the table of words' : allowed(codec)
  return nullable ? `${said}; or \`null\`` : said
}

/** A table of the fields of a record; `say` knows what some of them mean. */
export const fieldTable = (record: AnyCodec, say: (field: string) => string | undefined): string =>
  table(
    ['field', 'type', 'what it may be'],
    listFields(listInside(record)).map((row) => {
      const meaning = say(row.path)
      const may = describe(row)
      return [code(row.path), spellName(row.codec), meaning === undefined ? may : `${may}. ${meaning}`]
    }),
  )

const listInner = ({ shape }: AnyCodec): ReadonlyArray<AnyCodec> => {
  if (shape.kind === 'record') return Object.values(shape.fields)
  if (shape.kind === 'variants') return Object.values(shape.members)
  if (shape.kind === 'one-record-of') return shape.members
  if (shape.kind === 'sections') return Object.values(shape.known).flatMap((fields) => Object.values(fields))
  return shape.kind === 'list' || shape.kind === 'nullable' ? [shape.of] : []
}

const collect = (codec: AnyCodec): ReadonlyArray<AnyCodec> => [codec, ...listInner(codec).flatMap(collect)]

/** Every word in these codecs, once, by name. */
export const listWords = (codecs: ReadonlyArray<AnyCodec>): ReadonlyArray<AnyCodec> => {
  const words = codecs.flatMap(collect).filter(isWord)
  const once = new Map(words.map((one) => [`${one.name} ${allowed(one)}`, one]))
  return [...once.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1))
}
