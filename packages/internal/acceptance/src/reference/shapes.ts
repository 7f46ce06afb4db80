/** Shapes in words. */
import type { AnyCodec, Fields } from '@zhiyuan/kernel'
import { code, enumerate } from './markdown.ts'

/** Whether a codec is a word: it has a name of its own, under which its constraints are listed. */
export const isWord = ({ name, shape }: AnyCodec): boolean =>
  /^[A-Z]\w*$/.test(name) && ['integer', 'text', 'one-of', 'instant', 'day'].includes(shape.kind)

/** With commas from 10,000 on: a year has none. */
const number = (n: number): string => (Math.abs(n) < 10_000 ? String(n) : n.toLocaleString('en-US'))

/** A record of more fields than this is not spelt out in one cell. */
const mostSpelt = 6

const spellRecord = (fields: Fields): string =>
  Object.keys(fields).length > mostSpelt
    ? 'a record'
    : code(
        `{ ${Object.entries(fields)
          .map(([key, of]) => `${key}: ${of.name}`)
          .join(', ')} }`,
      )

/** Records of one field each, all of the same word: a length of time is one of hours, days and working days. */
const spellChoice = (members: ReadonlyArray<AnyCodec>): string => {
  const fields = members.flatMap(({ shape }) => (shape.kind === 'record' ? Object.entries(shape.fields) : []))
  const [first] = fields
  if (first === undefined || fields.length !== members.length || fields.some(([, of]) => of.name !== first[1].name))
    return enumerate(members.map(allowed), 'or')
  return `a record with one of ${enumerate(
    fields.map(([key]) => code(key)),
    'and',
  )}: ${allowed(first[1])}`
}

/** What a codec allows. */
export const allowed = (codec: AnyCodec): string => {
  const { shape } = codec
  switch (shape.kind) {
    case 'integer':
      return `a whole number from ${number(shape.min)} to ${number(shape.max)}`
    case 'text':
      return `a text like ${code(shape.pattern)}, at most ${number(shape.max)} long${shape.opaque === true ? ', no ID-card or mobile number' : ''}`
    case 'instant':
      return 'an instant in UTC, such as `2020-04-20T01:00:00.000Z`'
    case 'day':
      return 'a calendar day, such as `2020-04-20`'
    case 'boolean':
      return '`true` or `false`'
    case 'one-of':
      return enumerate(shape.values.map(code), 'or')
    case 'nullable':
      return `${allowed(shape.of)}; or \`null\``
    case 'list':
      return `${number(shape.min)} to ${number(shape.max)} items`
    case 'record':
      return spellRecord(shape.fields)
    case 'one-record-of':
      return spellChoice(shape.members)
    case 'variants':
      return `a record whose \`type\` is ${enumerate(Object.keys(shape.members).map(code), 'or')}`
    case 'sections':
      return 'terms by section: [policy.md](policy.md)'
  }
}

/** What a codec is called in a table. */
export const spellName = (codec: AnyCodec): string => {
  const { shape } = codec
  if (isWord(codec) || shape.kind === 'variants' || shape.kind === 'one-record-of') return code(codec.name)
  if (shape.kind === 'list') return `list of ${isWord(shape.of) ? code(shape.of.name) : 'records'}`
  return shape.kind === 'one-of' ? 'text' : shape.kind
}
