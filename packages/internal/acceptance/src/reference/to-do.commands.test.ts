/** The commands of each item, built from what the item says and nothing else but the acting person's own choice. */
import * as fc from 'fast-check'
import { isRight } from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { Count, slices as domain } from '@zhiyuan/domain'
import type { Waits } from '@zhiyuan/domain/requests'
import { decode, type AnyCodec } from '@zhiyuan/kernel'
import { makeArbitrary } from '@zhiyuan/kernel/arbitrary'
import { listVariants, type SliceFace } from './catalogue.ts'
import { groupItems } from './markdown.ts'
import { rows, type Placed } from './to-do.fixture.ts'
import { listNamed } from './to-do.page.ts'
import { choices, filledByLedger, namedElsewhere } from './to-do/choices.ts'
import type { PersonCommand, Waiting } from './to-do/item.ts'
import { items } from './to-do/items.ts'

// Of each slice the test needs the shapes of its commands alone, which no type of all slices names.
const slices = domain as unknown as ReadonlyArray<SliceFace>
const codecs = new Map(slices.flatMap(({ command }) => listVariants(command)))

type Fields = Readonly<Record<string, unknown>>

/** What the item says under the name of a field, or as the page says where. */
const readNamed = ({ place, row: { subject, details } }: Placed, field: string): unknown => {
  const said: Fields = { ...subject, ...details }
  if (field in said) return said[field]
  if (field === 'holdId') return details.holds?.[0]
  if (field === 'occasion') return { type: 'order', orderId: said['orderId'], round: details.round }
  return namedElsewhere[field] === 'place' ? place : undefined
}

/** The fields that the acting person chooses or the ledger fills, drawn. */
const drawChoices = (codec: AnyCodec, type: PersonCommand): Fields => {
  const fields = codec.shape.kind === 'record' ? codec.shape.fields : {}
  const chosen = [...(choices[type] ?? []), ...filledByLedger].filter((field) => field in fields)
  const draw = (field: string): unknown =>
    fc.sample(makeArbitrary(fields[field] as AnyCodec), { seed: 7, numRuns: 1 })[0]
  return Object.fromEntries(chosen.map((field) => [field, draw(field)]))
}
const readItem = (named: ReadonlyArray<string>, item: Placed): Fields =>
  Object.fromEntries(named.map((field) => [field, readNamed(item, field)]))

const ways = (Object.entries(items) as ReadonlyArray<readonly [Waits, Waiting]>).flatMap(([kind, { by }]) =>
  Object.entries(by).flatMap(([subject, commands]) => commands.map((command) => ({ kind, subject, command }))),
)
/** Whether a log may have the row: of a hold that was set before the drawn events it tells nothing, and a count may be one beyond the most. */
const isWhole = ({ row: { details } }: Placed, named: ReadonlyArray<string>): boolean =>
  (details.holds !== undefined || !named.includes('holdId')) && (details.heard === undefined || Count.is(details.heard))

const rowsByKind = groupItems(rows, ({ row }) => `${row.subject.type} ${row.waits}`)

describe('an item', () => {
  // A ruling of two names its command whole, and the case of a burst is two rows that are shown as one.
  it.each(ways.filter(({ subject }) => subject !== 'ruling'))(
    '$kind of $subject: what it says, and a choice, is a $command that decodes',
    (way) => {
      const codec = codecs.get(way.command)
      if (codec === undefined) throw new Error(`no command ${way.command}`)
      const named = listNamed({ slices }, way.command)
      const drawn = rowsByKind.get(`${way.subject} ${way.subject === 'burst' ? 'burst' : way.kind}`) ?? []
      const found = drawn.filter((row) => isWhole(row, named))
      const chosen = { type: way.command, ...drawChoices(codec, way.command) }
      const refused = found
        .map((row) => decode(codec)({ ...chosen, ...readItem(named, row) }))
        .flatMap((answer) => (isRight(answer) ? [] : answer.left.issues.map(({ path }) => path)))
      expect(found).not.toEqual([])
      // A session has no seats yet, so no attendance of one waits for its host.
      expect([...new Set(refused)].filter((path) => path !== '$.occasion.host')).toEqual([])
    },
  )
})
