/** `docs/reference/lifecycles.md`. */
import type { Lifecycle } from '@zhiyuan/kernel'
import type { Catalogue } from './catalogue.ts'
import { contents, listChapters } from './contexts.ts'
import { code, enumerate, groupItems, link, page, paragraphs, table } from './markdown.ts'

type AnyTable = Lifecycle<string, string>

/** One arrow for each pair of states, with all its commands: a diagram with an arrow a command is not readable. */
const diagram = ({ initial, final, transitions }: AnyTable): string => {
  const arrows = groupItems(
    transitions.flatMap(({ from, command, to }) => to.map((one) => ({ arrow: `${from} --> ${one}`, command }))),
    ({ arrow }) => arrow,
  )
  return [
    '```mermaid',
    'stateDiagram-v2',
    `  [*] --> ${initial}`,
    ...[...arrows].map(
      ([arrow, each]) => `  ${arrow} : ${[...new Set(each.map(({ command }) => command))].join('<br/>')}`,
    ),
    ...final.map((state) => `  ${state} --> [*]`),
    '```',
  ].join('\n')
}

const states = ({ final, resting, repeats }: AnyTable): string =>
  [
    final.length === 0 ? '' : `- **Final**: ${enumerate(final.map(code))}`,
    resting.length === 0 ? '' : `- **At rest**, with no one waiting: ${enumerate(resting.map(code))}`,
    repeats.length === 0
      ? ''
      : `- **Sent again** they find their work done and write nothing: ${enumerate(repeats.map(code))}`,
  ]
    .filter((line) => line !== '')
    .join('\n')

const transitionTable = ({ transitions }: AnyTable): string =>
  table(
    ['from', 'command', 'to', 'by'],
    transitions.map(({ from, command, to, by }) => [
      code(from),
      link(command, command, 'commands.md'),
      enumerate(to.map(code), 'or'),
      by,
    ]),
  )

const later = ({ notBuilt }: AnyTable): string => {
  const rows = notBuilt.map(({ from, to, rule }) => [code(from), code(to), rule])
  return rows.length === 0 ? '' : paragraphs('Not built yet:', table(['from', 'to', 'rule'], rows))
}

const introduction = `How the things of each slice go from state to state. A command that the table does not list for a state is refused there, as a
rule with [CommandNotAllowed](rejections.md#commandnotallowed), by the name of both, and before its first event with [NotThere](rejections.md#notthere); one test walks every table. **by** says who brings it
about: a \`person\`, a \`unit\` (a person in a role there, or whom [the command](commands.md) names besides), a \`process\`, or a \`timer\`. Every state that waits has an exit by a timer, a process
or a unit. In a final state no other state follows; a command may still change what it holds.`

/** The page of the lifecycles. */
export const lifecyclesPage = (catalogue: Catalogue): string => {
  const chapters = listChapters(catalogue)
  return page(
    'Lifecycles',
    introduction,
    contents(chapters.map(({ heading }) => ({ heading, entries: [] }))),
    ...chapters.flatMap(({ heading, slice: { lifecycle } }) =>
      lifecycle.table === null
        ? [`## ${heading}`, `No states: ${lifecycle.reason}.`]
        : [
            `## ${heading}`,
            diagram(lifecycle.table),
            states(lifecycle.table),
            transitionTable(lifecycle.table),
            later(lifecycle.table),
          ],
    ),
  )
}
