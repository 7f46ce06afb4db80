import * as fc from 'fast-check'
import type { StreamVersion } from '@zhiyuan/kernel'
import type { Expected, GlobalPosition } from '@zhiyuan/runtime'
import type { Append } from '@zhiyuan/runtime/store'
import { idsUniqueInLog } from '../conformance/claims.ts'
import { strangePayloads } from '../conformance/payloads.ts'
import { changeEvent, streamName, fixtureEvent, streamVersion, type FixtureEvent } from '../conformance/fixture.ts'
import { claimedOperation, operation, type Operation } from './operation.ts'
import { placeAppended, compare, placeLast, readLength, placePage, type Model, type Real } from './world.ts'

const names = fc.constantFrom('a', 'b', 'c', 'd')
const payloads = fc.oneof(
  fc.jsonValue({ maxDepth: 2, stringUnit: 'binary' }),
  fc.constantFrom(...Object.values(strangePayloads)),
)
const limits = fc.nat({ max: 7 })

const expectedVersion = (version: number): Expected => (version === 0 ? 'no-stream' : streamVersion(version - 1))

/** An append as asked for, at the version of its first event. */
const makeAppend = (name: string, events: ReadonlyArray<FixtureEvent>): Append => ({
  stream: streamName(name),
  expected: expectedVersion(events[0]?.version ?? 0),
  events,
})

const appendBoth = async (model: Model, real: Real, append: Append): Promise<void> => {
  const { stream, expected, events } = append
  await compare(
    model.events.append(stream, expected, events),
    real.stores.events.append(stream, expected, events),
    placeAppended(model),
  )
  model.appends.push(append)
}

const freshEvents = (
  model: Model,
  name: string,
  from: number,
  datas: ReadonlyArray<unknown>,
): ReadonlyArray<FixtureEvent> =>
  datas.map((data, index) => fixtureEvent(name, from + index, data, `e${model.appends.length}.${index}`))

const appending = fc
  .record({
    name: names,
    datas: fc.array(payloads, { minLength: 1, maxLength: 3 }),
    off: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.integer({ min: -2, max: 1 }) }),
  })
  .map((said) =>
    operation(said.off === 0 ? 'append' : 'stale append', said, async (model, real, { name, datas, off }) => {
      const from = Math.max(0, (await readLength(model, streamName(name))) + off)
      await appendBoth(model, real, makeAppend(name, freshEvents(model, name, from, datas)))
    }),
  )

type Change = (events: ReadonlyArray<FixtureEvent>) => ReadonlyArray<FixtureEvent>

const nextEvent = (event: FixtureEvent | undefined): FixtureEvent =>
  event === undefined
    ? fixtureEvent('x', 0)
    : changeEvent(event, { version: event.version + 1, id: `${event.id}.more`, data: {} })

/** A repeat: events of an earlier append, sent again to their stream. */
const repeats: Readonly<Record<string, Change>> = {
  repeat: (events) => events,
  'repeat of the end': (events) => events.slice(-1),
  'repeat and more': (events) => [...events, nextEvent(events.at(-1))],
  'repeat with other content': (events) => events.map((event) => changeEvent(event, { data: 'other' })),
}

const toAnotherStream: Change = (events) =>
  events.map((event, version) => changeEvent(event, { version, stream: streamName('z') }))

const repeatAppend = (kind: string, change: Change): fc.Arbitrary<Operation> =>
  fc.nat({ max: 1000 }).map((said) =>
    operation(kind, said, async (model, real, which) => {
      const events = change(model.appends[which % Math.max(1, model.appends.length)]?.events ?? [])
      const [first] = events
      if (first === undefined) return
      await appendBoth(model, real, { stream: first.stream, expected: expectedVersion(first.version), events })
    }),
  )

const repeating = fc.oneof(...Object.entries(repeats).map(([kind, change]) => repeatAppend(kind, change)))

const repeatingElsewhere = repeatAppend('repeat in another stream', toAnotherStream).map((repeat) =>
  claimedOperation(idsUniqueInLog, repeat),
)

const readingStream = fc.record({ name: names, from: fc.nat({ max: 12 }), limit: limits }).map((said) =>
  operation('readStream', said, (model, real, { name, from, limit }) => {
    const asked = [streamName(name), from as StreamVersion, limit] as const
    return compare(model.events.readStream(...asked), real.stores.events.readStream(...asked), placePage(model))
  }),
)

const readingLog = fc.record({ which: fc.option(fc.nat({ max: 1000 })), limit: limits }).map((said) =>
  operation('readAll', said, (model, real, { which, limit }) => {
    const known = [...model.positions]
    const [here, there] = (which === null ? undefined : known[which % Math.max(1, known.length)]) ?? [null, null]
    return compare(model.events.readAll(here, limit), real.stores.events.readAll(there, limit), placePage(model))
  }),
)

const readingFromNowhere = fc.constantFrom('nowhere', '-1', 'a:b').map((said) =>
  operation('readAll from nowhere', said, (model, real, strange) => {
    const after = strange as GlobalPosition
    return compare(model.events.readAll(after, 1), real.stores.events.readAll(after, 1), placePage(model))
  }),
)

const readingLast = fc.constant(
  operation('last', null, (model, real) => compare(model.events.last(), real.stores.events.last(), placeLast(model))),
)

export const logOperations: ReadonlyArray<fc.WeightedArbitrary<Operation>> = [
  { weight: 12, arbitrary: appending },
  { weight: 5, arbitrary: repeating },
  { weight: 1, arbitrary: repeatingElsewhere },
  { weight: 6, arbitrary: readingStream },
  { weight: 8, arbitrary: readingLog },
  { weight: 1, arbitrary: readingFromNowhere },
  { weight: 2, arbitrary: readingLast },
]
