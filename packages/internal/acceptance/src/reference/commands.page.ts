/** `docs/reference/commands.md`. */
import type { AnyCodec } from '@zhiyuan/kernel'
import { listVariants, type Catalogue, type SliceFace } from './catalogue.ts'
import { contents, listChapters } from './contexts.ts'
import { fieldTable, listWords } from './fields.ts'
import { code, enumerate, groupItems, link, page, paragraphs, table } from './markdown.ts'
import { allowed } from './shapes.ts'
import { commandsInChinese } from './chinese/commands.ts'
import { showFilled, splitFields } from './filled.ts'

/** A command as the page shows it. */
interface Shown {
  readonly type: string
  readonly record: AnyCodec
  readonly slice: SliceFace
}

/** Whether only processes and timers send it: a person is told so, and no role would do. */
const isForProcesses = ({ answers }: Catalogue, type: string): boolean => {
  const rejections = answers.get(type)?.rejections ?? []
  return rejections.includes('OnlyAProcess') && !rejections.includes('OutsideJurisdiction')
}

const listSenders = ({ processes }: Catalogue, type: string): ReadonlyArray<string> =>
  processes.filter(({ sends }) => sends.includes(type)).map(({ name }) => code(name))

/** Who sends it, as far as it is data. */
const senders = (catalogue: Catalogue, { type, slice }: Shown): string => {
  const who = slice.decider.handlers[type]?.allowed ?? null
  const sent = listSenders(catalogue, type)
  const processes = sent.length === 0 ? [] : [`- **Sent by the process**: ${enumerate(sent)}`]
  if (who === null) return processes.join('\n')
  const office = who.roles.length === 0 ? [] : [`${enumerate(who.roles.map(code), 'or')}, at ${who.at}`]
  const persons = who.also === null ? [] : [who.also]
  return [`- **By**: ${[...office, ...persons].join('; or ')}`, ...processes].join('\n')
}

/** In which states it is taken, and who brings it about there. */
const listStates = ({ type, slice: { lifecycle } }: Shown): string => {
  const transitions = lifecycle.table?.transitions.filter(({ command }) => command === type) ?? []
  const groups = [...groupItems(transitions, ({ by }) => by)].map(([by, some]) => {
    const states = [...new Set(some.map(({ from }) => code(from)))]
    return `${enumerate(states)} by a ${by}`
  })
  return groups.length === 0 ? '' : `- **In the states**: ${groups.join('; ')}`
}

const outcome = ({ answers }: Catalogue, { type }: Shown): string => {
  const { events = [], rejections = [] } = answers.get(type) ?? {}
  const written = events.map((one) => link(one, one, 'events.md'))
  const refused = rejections.map((one) => link(one, one, 'rejections.md'))
  return [
    `- **Writes**: ${written.length === 0 ? 'nothing' : enumerate(written)}`,
    `- **Refused with**: ${refused.length === 0 ? 'nothing' : enumerate(refused, 'or')}`,
  ].join('\n')
}

const inChinese: Readonly<Record<string, string>> = commandsInChinese

const showCommand = (catalogue: Catalogue, shown: Shown): string => {
  const { sent, filled } = splitFields(shown.record)
  const lines = [showFilled(filled), senders(catalogue, shown), listStates(shown), outcome(catalogue, shown)]
  return paragraphs(
    `### ${shown.type}`,
    inChinese[shown.type] ?? '',
    catalogue.docs.spoken.get(shown.type)?.text ?? '',
    fieldTable(sent, (field) => catalogue.docs.fields.get(`${shown.type}.${field}`)),
    lines.filter((line) => line !== '').join('\n'),
  )
}

/** What is said of words that commands and events share. */
const spellWords = ({ slices, docs }: Catalogue): string =>
  table(
    ['word', 'what it may be', 'what it means'],
    listWords(slices.flatMap(({ command, event }) => [command, event])).map((word) => [
      code(word.name),
      allowed(word),
      docs.named.get(word.name)?.text ?? '',
    ]),
  )

const introduction = (people: number, processes: number): string =>
  paragraphs(
    `Everything that the ledger can be asked: ${people} commands of people, by slice, and after them ${processes} that only processes and
timers send. A command is one record with a \`type\`; a key that is not listed is refused, and so is a missing one.`,
    `How the entries are made: the sentence is the one above the codec, the fields are the codec's own. **By** is the handler's own data, where it
has some; else the sentence says who may. **Writes** and **Refused with** are read off the code of the handler: every event and every refusal
that it, or a function it calls, writes down. So a refusal may be listed that an earlier check rules out; none that is written down is left out.
Before any handler is asked, each command can be refused with \`DecodeRefused\`, which names the paths that are wrong (those of
the sender begin with \`$.sender\`, those of the command with \`$\`); and after it
with \`CommandIdTaken\`, where the command's id was used for another event of the stream.`,
    `What the events hold: [events.md](events.md). What the refusals say: [rejections.md](rejections.md). How the states follow one another:
[lifecycles.md](lifecycles.md). The rules, by id: [rules.md](rules.md).`,
  )

const wordsHeading = 'Words'
const wordsIntroduction = `The types of the fields above and of those of the events. A text is like a pattern where the pattern, which is one of Unicode, is\nfound in it; its length is counted in UTF-16 units.`

/** The page of the commands. */
export const commandsPage = (catalogue: Catalogue): string => {
  const chapters = listChapters(catalogue).map(({ slice, heading }) => ({
    heading,
    commands: listVariants(slice.command).map(([type, record]): Shown => ({ type, record, slice })),
  }))
  const pick = (forProcesses: boolean) =>
    chapters
      .map(({ heading, commands }) => ({
        heading: forProcesses ? `${heading}, by processes` : heading,
        commands: commands.filter(({ type }) => isForProcesses(catalogue, type) === forProcesses),
      }))
      .filter(({ commands }) => commands.length > 0)
  const people = pick(false)
  const processes = pick(true)
  const all = [...people, ...processes]
  const count = (some: typeof all): number => some.reduce((sum, { commands }) => sum + commands.length, 0)
  const toc = all.map(({ heading, commands }) => ({ heading, entries: commands.map(({ type }) => type) }))
  return page(
    'Commands',
    introduction(count(people), count(processes)),
    contents([...toc, { heading: wordsHeading, entries: [] }]),
    ...all.flatMap(({ heading, commands }) => [`## ${heading}`, ...commands.map((one) => showCommand(catalogue, one))]),
    `## ${wordsHeading}`,
    wordsIntroduction,
    spellWords(catalogue),
  )
}
