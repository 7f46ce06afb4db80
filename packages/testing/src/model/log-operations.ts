import * as fc from 'fast-check'
import type { StreamVersion } from '@zhiyuan/kernel'
import type { Expected, GlobalPosition } from '@zhiyuan/runtime'
import type { Append } from '@zhiyuan/runtime/store'
import { idsUniqueInLog } from '../conformance/claims.ts'
import { strangePayloads } from '../conformance/payloads.ts'
import { changed, streamOf, toyEvent, versionOf, type ToyEvent } from '../conformance/toy.ts'
import { claimedOperation, operation, type Operation } from './operation.ts'
import { appendedIn, compare, lastIn, lengthOf, pageIn, type Model, type Real } from './world.ts'

const names = fc.constantFrom('a', 'b', 'c', 'd')
const payloads = fc.oneof(
  fc.jsonValue({ maxDepth: 2, stringUnit: 'binary' }),
  fc.constantFrom(...Object.values(strangePayloads)),
)
const limits = fc.nat({ max: 7 })

const expectedBefore = (version: number): Expected => (version === 0 ? 'no-stream' : versionOf(version - 1))

/** An append as asked for, at the version of its first event. */
const appendOf = (name: string, events: ReadonlyArray<ToyEvent>): Append => ({
  stream: streamOf(name),
  expected: expectedBefore(events[0]?.version ?? 0),
  events,
})

const appendBoth = async (model: Model, real: Real, append: Append): Promise<void> => {
  const { stream, expected, events } = append
  await compare(
    model.events.append(stream, expected, events),
    real.stores.events.append(stream, expected, events),
    appendedIn(model),
  )
  model.appends.push(append)
}

const fresh = (model: Model, name: string, from: number, datas: ReadonlyArray<unknown>): ReadonlyArray<ToyEvent> =>
  datas.map((data, index) => toyEvent(name, from + index, data, `e${model.appends.length}.${index}`))

const appending = fc
  .record({
    name: names,
    datas: fc.array(payloads, { minLength: 1, maxLength: 3 }),
    off: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.integer({ min: -2, max: 1 }) }),
  })
  .map((said) =>
    operation(said.off === 0 ? 'append' : 'stale append', said, async (model, real, { name, datas, off }) => {
      const from = Math.max(0, (await lengthOf(model, streamOf(name))) + off)
      await appendBoth(model, real, appendOf(name, fresh(model, name, from, datas)))
    }),
  )

type Change = (events: ReadonlyArray<ToyEvent>) => ReadonlyArray<ToyEvent>

const next = (event: ToyEvent | undefined): ToyEvent =>
  event === undefined
    ? toyEvent('x', 0)
    : changed(event, { version: event.version + 1, id: `${event.id}.more`, data: {} })

/** What somebody sends who sends something again to its stream. */
const repeats: Readonly<Record<string, Change>> = {
  repeat: (events) => events,
  'repeat of the end': (events) => events.slice(-1),
  'repeat and more': (events) => [...events, next(events.at(-1))],
  'repeat with other content': (events) => events.map((event) => changed(event, { data: 'other' })),
}

const toAnotherStream: Change = (events) =>
  events.map((event, version) => changed(event, { version, stream: streamOf('z') }))

const again = (kind: string, change: Change): fc.Arbitrary<Operation> =>
  fc.nat({ max: 1000 }).map((said) =>
    operation(kind, said, async (model, real, which) => {
      const events = change(model.appends[which % Math.max(1, model.appends.length)]?.events ?? [])
      const [first] = events
      if (first === undefined) return
      await appendBoth(model, real, { stream: first.stream, expected: expectedBefore(first.version), events })
    }),
  )

const repeating = fc.oneof(...Object.entries(repeats).map(([kind, change]) => again(kind, change)))

const repeatingElsewhere = again('repeat in another stream', toAnotherStream).map((repeat) =>
  claimedOperation(idsUniqueInLog, repeat),
)

const readingStream = fc.record({ name: names, from: fc.nat({ max: 12 }), limit: limits }).map((said) =>
  operation('readStream', said, (model, real, { name, from, limit }) => {
    const asked = [streamOf(name), from as StreamVersion, limit] as const
    return compare(model.events.readStream(...asked), real.stores.events.readStream(...asked), pageIn(model))
  }),
)

const readingLog = fc.record({ which: fc.option(fc.nat({ max: 1000 })), limit: limits }).map((said) =>
  operation('readAll', said, (model, real, { which, limit }) => {
    const known = [...model.positions]
    const [here, there] = (which === null ? undefined : known[which % Math.max(1, known.length)]) ?? [null, null]
    return compare(model.events.readAll(here, limit), real.stores.events.readAll(there, limit), pageIn(model))
  }),
)

const readingFromNowhere = fc.constantFrom('nowhere', '-1', 'a:b').map((said) =>
  operation('readAll from nowhere', said, (model, real, strange) => {
    const after = strange as GlobalPosition
    return compare(model.events.readAll(after, 1), real.stores.events.readAll(after, 1), pageIn(model))
  }),
)

const readingLast = fc.constant(
  operation('last', null, (model, real) => compare(model.events.last(), real.stores.events.last(), lastIn(model))),
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
