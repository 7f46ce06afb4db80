/** `docs/reference/events.md`. */
import type { AnyCodec } from '@zhiyuan/kernel'
import { listVariants, type Catalogue, type SliceFace } from './catalogue.ts'
import { contents, listChapters } from './contexts.ts'
import { fieldTable } from './fields.ts'
import { code, enumerate, link, page, paragraphs } from './markdown.ts'

const writers = ({ answers }: Catalogue, type: string): string => {
  const commands = [...answers].filter(([, { events }]) => events.includes(type)).map(([command]) => command)
  return enumerate(commands.map((one) => link(one, one, 'commands.md')))
}

const readers = ({ views, processes }: Catalogue, type: string): ReadonlyArray<string> => {
  const seeing = views.filter(({ types }) => types === null || types.has(type)).map(({ name }) => code(name))
  const listening = processes.filter(({ listens }) => listens.includes(type)).map(({ name }) => code(name))
  return [
    ...(seeing.length === 0 ? [] : [`- **Read by the view**: ${enumerate(seeing)}`]),
    ...(listening.length === 0 ? [] : [`- **Read by the process**: ${enumerate(listening)}`]),
  ]
}

const entry = (
  catalogue: Catalogue,
  { slice, type, record }: { readonly slice: SliceFace; readonly type: string; readonly record: AnyCodec },
): string => {
  const schema = (slice.upcasts?.[type]?.length ?? 0) + 1
  const facts = [
    `- **Schema** ${schema}, in streams ${code(`${slice.name}-…`)}`,
    `- **Written by**: ${writers(catalogue, type)}`,
    ...readers(catalogue, type),
  ]
  return paragraphs(
    `### ${type}`,
    catalogue.docs.spoken.get(type)?.text ?? '',
    fieldTable(record, (field) => catalogue.docs.fields.get(`${type}.${field}`)),
    facts.join('\n'),
  )
}

const introduction = (catalogue: Catalogue, count: number): string => {
  const every = catalogue.views.filter(({ types }) => types === null).map(({ name }) => code(name))
  return paragraphs(
    `Everything that can have happened: ${count} types of event, by slice. Below are the fields of an event's \`data\`; beside them stands the
header, the same for all: id, log, jurisdiction, stream, version, type, schema, when it happened and when it was recorded, by whom, by which command, and what was read for it.`,
    `How the entries are made: the sentence is the one above the codec, the fields are the codec's own, and the views say themselves what they read
(${enumerate(every)} reads every event). What a command writes and what a process reads and sends is read off their code. The types of
fields are explained in ${link('the table of words', 'Words', 'commands.md')}. A shape never changes under its schema number:
[how to change an event](../how-to/change-an-event.md). Which stream holds what: [streams.md](../explanation/streams.md).`,
  )
}

/** The page of the events. */
export const eventsPage = (catalogue: Catalogue): string => {
  const chapters = listChapters(catalogue).map(({ slice, heading }) => ({
    slice,
    heading,
    events: listVariants(slice.event),
  }))
  const count = chapters.reduce((sum, { events }) => sum + events.length, 0)
  return page(
    'Events',
    introduction(catalogue, count),
    contents(chapters.map(({ heading, events }) => ({ heading, entries: events.map(([type]) => type) }))),
    ...chapters.flatMap(({ slice, heading, events }) => [
      `## ${heading}`,
      ...events.map(([type, record]) => entry(catalogue, { slice, type, record })),
    ]),
  )
}
