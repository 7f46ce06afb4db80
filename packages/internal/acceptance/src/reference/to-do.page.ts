/** `docs/reference/to-do.md`. */
import { relations, standpoints, type Permit } from '@zhiyuan/domain'
import { decidingPosts } from '@zhiyuan/domain/organisation'
import { listVariants, type Catalogue } from './catalogue.ts'
import { commandsInChinese } from './chinese/commands.ts'
import { relationsInChinese, rolesInChinese } from './chinese/people.ts'
import { code, enumerate, link, page, paragraphs, table } from './markdown.ts'
import { choices, filledByLedger, namedElsewhere } from './to-do/choices.ts'
import { lists, type PersonCommand, type Waiting } from './to-do/item.ts'
import { items } from './to-do/items.ts'

type Actor = Waiting['who'][number]
const isRole = (actor: Actor): actor is Permit['roles'][number] => actor in rolesInChinese
const nameActor = (actor: Actor): string =>
  isRole(actor) ? `${code(actor)} ${rolesInChinese[actor]}` : `${relations[actor]} ${relationsInChinese[actor]}`

/** The top level of a command's fields. */
export const listFields = ({ slices }: Pick<Catalogue, 'slices'>, command: string): ReadonlyArray<string> => {
  const records = slices.flatMap((slice) => listVariants(slice.command))
  const shape = records.find(([type]) => type === command)?.[1].shape
  return shape?.kind === 'record' ? Object.keys(shape.fields).filter((field) => field !== 'type') : []
}

/** The fields of a command that the item has to name: those that neither the acting person chooses nor the ledger fills. */
export const listNamed = (catalogue: Pick<Catalogue, 'slices'>, command: PersonCommand): ReadonlyArray<string> => {
  const own = [...(choices[command] ?? []), ...filledByLedger]
  return listFields(catalogue, command).filter((field) => !own.includes(field))
}

const showField = (field: string, subject: string): string => {
  const elsewhere = namedElsewhere[field]
  const isOwn = field === 'occasion' && subject !== 'order'
  return elsewhere === undefined || isOwn ? code(field) : `${code(field)} (${elsewhere})`
}

/** Who may send it: the row of the page of roles, or whom the item leaves alone. A ruling of two is decided at the top. */
const showRow = ({ roles }: Catalogue, command: PersonCommand, subject: string, { alone }: Waiting): string => {
  const row = roles.get(command)
  if (row === undefined) return ''
  const only = alone?.[command]
  if (only !== undefined) return `${nameActor(only)} alone`
  if (subject === 'ruling') return `at the top: ${enumerate(decidingPosts.map(nameActor), 'or')}`
  const place =
    row.where === 'top' || row.where === 'any' ? standpoints[row.where] : `${row.unit}: ${standpoints[row.where]}`
  const office = row.unit === null ? [] : [`${enumerate(row.roles.map(nameActor), 'or')}, ${place}`]
  return [...office, ...row.persons.map(nameActor)].join('; ')
}

const showWay = (
  catalogue: Catalogue,
  subject: string,
  command: PersonCommand,
  item: Waiting,
): ReadonlyArray<string> => [
  code(subject),
  `${link(command, command, 'commands.md')} ${commandsInChinese[command]}`,
  showRow(catalogue, command, subject, item),
  listNamed(catalogue, command)
    .map((field) => showField(field, subject))
    .join(', '),
  (choices[command] ?? []).map(code).join(', '),
]

const showItem = (catalogue: Catalogue, kind: string, item: Waiting): string => {
  const [english, chinese] = item.says
  const [list, listInChinese] = lists[item.list]
  const ways = Object.entries(item.by).flatMap(([subject, commands]) =>
    commands.map((command) => showWay(catalogue, subject, command, item)),
  )
  return paragraphs(
    `### ${kind}`,
    `${english} ${chinese}`,
    [
      `- **On the list of**: ${list} ${listInChinese}${item.shown === 'clock' ? '; its clock alone, and the item once it was urged (N13)' : ''}`,
      `- **Who acts**: ${item.who.length === 0 ? 'no one here' : item.who.map(nameActor).join('; ')}`,
      `- **Rules**: ${item.rules.join(', ')}`,
    ].join('\n'),
    table(['subject', 'command', 'by', 'named by the item', 'chosen by who acts'], ways),
  )
}

const introduction = `What waits, for whom, and what ends it: each kind of item that \`ledger.toDo(unit)\` answers in its field \`waits\`, in English and
Chinese. A unit sees its own items and those of the units below it (G4); what is ruled for the unit above is on the lists from that unit upwards alone.
**By** is the row of the [page of roles](roles.md): who of these has a part in the case is refused. **Named by the item** are the fields
of the command that an item says in its \`subject\` and \`details\`, or by its \`place\`; the others are the acting person’s own choice. The clocks
of an item are in \`due\`, by the calendar as it is known now: a window that has ended is left out, and the clock of a duty stays until the duty is done. Where two rule together at the top, \`details.command\` is the command that decides it, whole but for
the reason of the person who decides, and \`details.proposals\` says who proposed it, why and when (G8). The name of a ruling that is too long is cut;
then there is no \`command\`, and the case is looked up.`

/** The page of the to-do. */
export const toDoPage = (catalogue: Catalogue): string => {
  const entries = Object.entries(items)
  const toc = entries.map(([kind, { says, list }]) => [link(kind, kind), says[1], lists[list][0]])
  return page(
    'To-do',
    introduction,
    table(['waits for', '中文', 'on the list of'], toc),
    '## Kinds',
    ...entries.map(([kind, item]) => showItem(catalogue, kind, item)),
  )
}
