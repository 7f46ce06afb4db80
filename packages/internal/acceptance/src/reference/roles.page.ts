/** `docs/reference/roles.md`. */
import { concerns, relations, roles as known, standpoints, type Permit } from '@zhiyuan/domain'
import { decidingPosts } from '@zhiyuan/domain/organisation'
import { listVariants, type Catalogue } from './catalogue.ts'
import { commandsInChinese } from './chinese/commands.ts'
import { relationsInChinese, rolesInChinese } from './chinese/people.ts'
import { code, enumerate, link, page, table } from './markdown.ts'

const none = '–'

const everyRole = Object.keys(known).length

const showOffice = ({ roles, unit }: Permit, isOfTwo: boolean): string => {
  if (unit === null) return none
  const offices = roles.length === everyRole ? 'any post' : enumerate(roles.map(code), 'or')
  return isOfTwo ? `${offices}; of two at the top ${enumerate(decidingPosts.map(code), 'or')} decides` : offices
}

const showPlace = ({ where, unit }: Permit): string => {
  if (unit === null) return none
  return where === 'any' || where === 'top' ? standpoints[where] : `${unit}: ${standpoints[where]}`
}

const list = (words: ReadonlyArray<string>): string => (words.length === 0 ? none : words.join('; '))

/** A command that is refused with `NotTheUnitAbove` names the ruling to propose where two rule together (G8). */
const rulesByTwo = ({ answers }: Catalogue, type: string): boolean =>
  answers.get(type)?.rejections.includes('NotTheUnitAbove') === true

const inChinese: Readonly<Record<string, string>> = commandsInChinese

const showRow = (catalogue: Catalogue, type: string, row: Permit): ReadonlyArray<string> => [
  `${link(type, type, 'commands.md')} ${inChinese[type] ?? ''}`,
  showOffice(row, rulesByTwo(catalogue, type)),
  showPlace(row),
  list(row.persons.map((one) => relations[one])),
  list(row.never.map((one) => concerns[one])),
  row.decides,
]

const introduction = `Who may do what to whom, for each command of people. The deciders read the same rows, and a test walks each command, role, unit
and person and compares. **In office** and **where**: a person in one of these roles, whose office stands so to the unit concerned (G4, G8);
without a role no office helps. **Persons**: who may by a relation to the case, in any role and from anywhere. **Not in own favour**: for whom it is refused,
although the office would allow it, under any registration (G7); who may by the same relation acts as that person. Who only typed something for a
caller is not concerned. **Of two at the top**: where no one above is free, or the case is the top's own, a holder of any post there proposes the ruling
([ProposeRuling](commands.md#proposeruling)) and another person, in one of these roles, decides by the command itself (G8). What processes and timers send is not here: a person who sends it is refused with [OnlyAProcess](rejections.md#onlyaprocess).`

/** The page of the roles. */
export const rolesPage = (catalogue: Catalogue): string => {
  const { slices, roles } = catalogue
  const types = slices.flatMap(({ command }) => listVariants(command).map(([type]) => type))
  const rows = types.flatMap((type) => {
    const row = roles.get(type)
    return row === undefined ? [] : [showRow(catalogue, type, row)]
  })
  const words = [
    ...Object.entries(rolesInChinese).map(([role, chinese]) => [code(role), chinese]),
    ...Object.entries(relations).map(([relation, english]) => [
      english,
      relationsInChinese[relation as keyof typeof relations],
    ]),
  ]
  return page(
    'Roles',
    introduction,
    table(['role or relation', '中文'], words),
    table(['command', 'in office', 'where', 'persons', 'not in own favour', 'what it decides'], rows),
  )
}
