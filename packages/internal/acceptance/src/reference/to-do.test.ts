import { describe, expect, it } from 'vitest'
import { roleTable, slices as domain } from '@zhiyuan/domain'
import { decidingPosts } from '@zhiyuan/domain/organisation'
import { openItems, type Waits } from '@zhiyuan/domain/requests'
import type { SliceFace } from './catalogue.ts'
import { groupItems } from './markdown.ts'
import { rows, type Placed } from './to-do.fixture.ts'
import { listFields, listNamed } from './to-do.page.ts'
import { choices, namedElsewhere } from './to-do/choices.ts'
import type { PersonCommand, Waiting } from './to-do/item.ts'
import { items } from './to-do/items.ts'

// A list of different slices has no common type of command; only their shapes are looked at.
const slices = domain as unknown as ReadonlyArray<SliceFace>
const kinds = Object.entries(items) as ReadonlyArray<readonly [Waits, Waiting]>
const listWays = ({ by }: Waiting) =>
  Object.entries(by).flatMap(([subject, commands]) => commands.map((command) => ({ subject, command })))

/** Who may send a command: its row. A ruling of two is decided at the top by these posts (G8). */
const listActors = (subject: string, command: PersonCommand, { alone }: Waiting): ReadonlyArray<string> => {
  if (subject === 'ruling') return decidingPosts
  const only = alone?.[command]
  if (only !== undefined) return [only]
  const row = roleTable[command]
  return [...row.roles, ...row.persons]
}

describe('the table of the to-do', () => {
  it.each(kinds)('%s: who acts is whom the rows of its commands let act', (_kind, item) => {
    const actors = listWays(item).flatMap(({ subject, command }) => listActors(subject, command, item))
    expect([...new Set(actors)].toSorted()).toEqual([...item.who].toSorted())
  })

  it('has a command for each kind, but where the order’s own end ends the item', () => {
    expect(kinds.filter(([, item]) => listWays(item).length === 0).map(([kind]) => kind)).toEqual(['urged'])
  })

  it('G8: what the unit above alone rules is on its list', () => {
    const above = kinds.filter(([, item]) =>
      listWays(item).some(({ command }) => ['above', 'unit-above'].includes(roleTable[command].where)),
    )
    const elsewhere = above.filter(([, { list, shown }]) => list !== 'above' && shown === 'item')
    expect(elsewhere.map(([kind]) => kind)).toEqual(['second-person'])
  })
})

/** The words under which an item names something. */
const listSaid = ({ row: { subject, details } }: Placed): ReadonlyArray<string> => {
  const said = [...Object.keys(subject), ...Object.keys(details), 'place']
  const holds = details.holds === undefined ? [] : ['holdId']
  const occasion = 'orderId' in subject && details.round !== undefined ? ['occasion'] : []
  return [
    ...said,
    ...holds,
    ...occasion,
    ...Object.keys(namedElsewhere).filter((one) => namedElsewhere[one] === 'place'),
  ]
}

describe('an item', () => {
  it('is shown on the list as the table says, for each kind', () => {
    const shown = new Set(
      openItems(rows.filter(({ row }) => row.marks.urgedAt === null || row.waits === 'urged')).map(
        ({ waits }) => waits,
      ),
    )
    const seen = new Set(rows.map(({ row }) => row.waits))
    const said = kinds.filter(([kind, item]) => item.shown === 'item' && seen.has(kind)).map(([kind]) => kind)
    expect([...shown].toSorted()).toEqual(said.toSorted())
    expect(kinds.map(([kind]) => kind).filter((kind) => !seen.has(kind))).toEqual([])
  })

  const listLacking = ({ command }: { readonly command: PersonCommand }, placed: Placed): ReadonlyArray<string> =>
    listNamed({ slices }, command).filter((field) => !listSaid(placed).includes(field))
  const ways = kinds.flatMap(([kind, item]) =>
    listWays(item)
      // A ruling of two is named whole: its name says the case.
      .filter(({ subject }) => subject !== 'ruling')
      .map((way) => ({ kind, ...way })),
  )
  const rowsByKind = groupItems(rows, ({ row }) => `${row.subject.type} ${row.waits}`)
  const listRows = ({ kind, subject }: (typeof ways)[number]): ReadonlyArray<Placed> =>
    rowsByKind.get(`${subject} ${subject === 'burst' ? 'burst' : kind}`) ?? []

  it.each(ways)('$kind names every field that $command needs beside the acting person’s own choice', (way) => {
    const all = listRows(way).map((placed) => listLacking(way, placed))
    expect(all.some((lacking) => lacking.length === 0)).toBe(true)
    // A hold that was set before the two events is not in the row.
    expect(all.flat().filter((field) => field !== 'holdId' && field !== 'correctionId')).toEqual([])
  })

  it('leaves to the acting person only fields that the command has', () => {
    const wrong = Object.entries(choices).flatMap(([command, fields]) =>
      fields.filter((field) => !listFields({ slices }, command).includes(field)),
    )
    expect(wrong).toEqual([])
    const used = new Set(kinds.flatMap(([, item]) => listWays(item).map(({ command }) => command as string)))
    expect(Object.keys(choices).filter((command) => !used.has(command))).toEqual([])
  })
})
