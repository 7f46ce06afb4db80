/** Every slice gives back the commands that its events answer. */
import { describe, expect, it } from 'vitest'
import type { Typed } from '@zhiyuan/kernel'
import { givesCommandsBack } from '@zhiyuan/testing'
import { test1 } from './presets/policies.ts'
import type { Trial } from './sample/lifecycle.ts'
import { people, timer, units } from './sample/people.ts'
import { allSlices, sampled, walks } from './sample/walks.ts'
import { scene, world } from './sample/world.ts'
import { calendar2020to2026 } from './slices/organisation/policy/presets/calendar.ts'
import { noRisk } from './slices/requests/need/need.sample.ts'
import { placed } from './slices/requests/order/order.sample.ts'

const { now } = scene
type Words = Typed & Readonly<Record<string, unknown>>
const byAdmin = (command: Words): Trial<Typed> => ({ past: [], command, now, actor: people.admin })
const population = {
  unitId: units.T1,
  heads: 20,
  referenceDate: '2019-12-31',
  publishedAt: '2020-03-01T00:00:00.000Z',
  source: 'synthetic',
  synthetic: true,
}
const list = { rosterId: 'r1', bodyId: 'school', area: units.T1, effectiveFrom: '2020-04-01', source: 'synthetic' }
/** Before the calendar of the year was adopted; it moves the date by which the timer comes. */
const dueByNoCalendar = '2020-04-29T16:00:00.000Z'
const placedWithoutCalendar: Words = { ...placed, serviceDueAt: dueByNoCalendar, assumed: true }
const noteServiceDue: Words = { type: 'NoteServiceDue', orderId: 'O1', round: 1, dueAt: dueByNoCalendar }

/** What no lifecycle table has a sample of. */
const besideTables: Readonly<Record<string, ReadonlyArray<Trial<Typed>>>> = {
  ledger: [byAdmin({ type: 'FoundLedger', log: 'test', ledgerId: 'L1' })],
  policy: [
    byAdmin({ type: 'AdoptPolicy', ...test1 }),
    ...calendar2020to2026.map((year) => byAdmin({ type: 'AdoptCalendarYear', ...year })),
    byAdmin({ type: 'PublishPopulation', ...population }),
  ],
  roster: [byAdmin({ type: 'AdoptRoster', ...list, heads: ['a', 'x'] })],
  order: [
    {
      past: [placedWithoutCalendar],
      command: noteServiceDue,
      now: dueByNoCalendar,
      actor: timer,
    },
  ],
}

/** Of a need without known risks, so that it may be said that none were seen. */
const withoutRisks = ({ past, ...trial }: Trial<Typed>): Trial<Typed> => ({
  ...trial,
  past: past.map((event) => (event.type === 'OrderPlaced' ? { ...event, risks: noRisk } : event)),
})

const fromTable = (name: string): ReadonlyArray<Trial<Typed>> =>
  walks
    .filter((walk) => walk.name === name)
    .flatMap(({ lifecycle }) => lifecycle.table.transitions)
    .flatMap(({ from, command }) => sampled[name as keyof typeof sampled]?.samples(from, command) ?? [])

const acceptedOf = (name: string) =>
  [...fromTable(name), ...fromTable(name).map(withoutRisks), ...(besideTables[name] ?? [])].map(
    ({ past, knowing, command, ...at }) => ({
      setting: { world: { ...world, ...knowing }, past, scene: { ...scene, ...at } },
      command,
    }),
  )

/** The events of these do not keep all that was said yet. */
const notYet: ReadonlyArray<string> = ['record', 'points', 'star']
const restoring = allSlices.filter(({ name }) => !notYet.includes(name))

describe('the events of a decision', () => {
  it('are asked for their command in every slice but a few', () => {
    expect(allSlices.filter(({ commandOf }) => commandOf === undefined).map(({ name }) => name)).toEqual(notYet)
  })

  it.each(restoring)('give back what was said: $name', (slice) => givesCommandsBack(slice, acceptedOf(slice.name)))

  it.each(restoring)('give nothing back where there are none: $name', ({ commandOf }) => {
    expect(commandOf?.([])).toBeNull()
  })
})
