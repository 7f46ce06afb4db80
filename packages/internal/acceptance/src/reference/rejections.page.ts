/** `docs/reference/rejections.md`. */
import { findPlace, type Catalogue } from './catalogue.ts'
import { contents } from './contexts.ts'
import { code, enumerate, groupItems, link, page, paragraphs, table } from './markdown.ts'
import type { Rejection } from './rejections.ts'
import { rejectionsInChinese } from './chinese/rejections.ts'

const shared = 'Shared by slices'

const spellHeading = ({ file }: Rejection): string => {
  const place = findPlace(file)
  return place === null ? shared : `${place.context}: ${place.slice}`
}

const inChinese: Readonly<Record<string, string>> = rejectionsInChinese

const entry = ({ answers }: Catalogue, { type, text, fields }: Rejection): string => {
  const commands = [...answers].filter(([, { rejections }]) => rejections.includes(type)).map(([command]) => command)
  const rows = fields.map((field) => [code(field.name), code(field.type), field.text])
  return paragraphs(
    `### ${type}`,
    inChinese[type] ?? '',
    text,
    table(['field', 'type', 'what it says'], rows),
    `- **Answers**: ${enumerate(commands.map((one) => link(one, one, 'commands.md')))}`,
  )
}

const introduction = (count: number): string =>
  paragraphs(
    `Every reason for which the domain refuses a command: ${count} types. A rejection is plain data with a \`type\`, never a text and never an
exception: \`ledger.send\` answers \`{ ok: false, rejection }\`. Nothing was written then.`,
    `How the entries are made: the sentence and the fields are those of the type in the sources. Which commands answer with it is read off the
code of the handlers, as [commands.md](commands.md) says. Besides these, the runtime answers \`DecodeRefused\`, which names
the paths of what is malformed, and \`CommandIdTaken\`, where the command's id was used for another event of the stream. The types
of fields are explained in ${link('the table of words', 'Words', 'commands.md')}.`,
  )

/** The page of the rejections. */
export const rejectionsPage = (catalogue: Catalogue): string => {
  const chapters = [...groupItems(catalogue.rejections, spellHeading)]
    .map(([heading, rejections]) => ({ heading, rejections }))
    .toSorted((a, b) => (a.heading === shared ? -1 : b.heading === shared || a.heading > b.heading ? 1 : -1))
  return page(
    'Rejections',
    introduction(catalogue.rejections.length),
    contents(chapters.map(({ heading, rejections }) => ({ heading, entries: rejections.map(({ type }) => type) }))),
    ...chapters.flatMap(({ heading, rejections }) => [
      `## ${heading}`,
      ...rejections.map((one) => entry(catalogue, one)),
    ]),
  )
}
