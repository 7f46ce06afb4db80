/** `docs/reference/roles.md`. */
import { concerns, relations, roles as known, standpoints, type Permit } from '@zhiyuan/domain'
import { listVariants, type Catalogue } from './catalogue.ts'
import { code, enumerate, link, page, table } from './markdown.ts'

const none = '–'

const everyRole = Object.keys(known).length

const showOffice = ({ roles, unit }: Permit): string => {
  if (unit === null) return none
  return roles.length === everyRole ? 'any post' : enumerate(roles.map(code), 'or')
}

const showPlace = ({ where, unit }: Permit): string => {
  if (unit === null) return none
  return where === 'any' || where === 'top' ? standpoints[where] : `${unit}: ${standpoints[where]}`
}

const list = (words: ReadonlyArray<string>): string => (words.length === 0 ? none : words.join('; '))

const showRow = (type: string, row: Permit): ReadonlyArray<string> => [
  link(type, type, 'commands.md'),
  showOffice(row),
  showPlace(row),
  list(row.persons.map((one) => relations[one])),
  list(row.never.map((one) => concerns[one])),
  row.decides,
]

const introduction = `Who may do what to whom, for each command of people. The deciders read the same rows, and a test walks each command, role, unit
and person and compares. **In office** and **where**: a person in one of these roles, whose office stands so to the unit concerned (G4, G8);
without a role no office helps. **Persons**: who may by a relation to the case, in any role and from anywhere. **Not in own favour**: for whom it is refused,
although the office would allow it, under any registration (G7); who may by the same relation acts as that person. Who only typed something for a
caller is not concerned. What processes and timers send is not here: a person who sends it is refused with [OnlyAProcess](rejections.md#onlyaprocess).`

/** The page of the roles. */
export const rolesPage = ({ slices, roles }: Catalogue): string => {
  const types = slices.flatMap(({ command }) => listVariants(command).map(([type]) => type))
  const rows = types.flatMap((type) => {
    const row = roles.get(type)
    return row === undefined ? [] : [showRow(type, row)]
  })
  return page(
    'Roles',
    introduction,
    table(['command', 'in office', 'where', 'persons', 'not in own favour', 'what it decides'], rows),
  )
}
