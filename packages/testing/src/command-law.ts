import * as fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import {
  plusMillis,
  type AnyCodec,
  type Fields,
  type Instant,
  type Jurisdiction,
  type Plain,
  type Slice,
  type Typed,
} from '@zhiyuan/kernel'
import { makeArbitrary } from '@zhiyuan/kernel/arbitrary'
import { assertEqual, fail } from './assert.ts'
import { attemptDecider, replayPast, type Setting } from './play.ts'

/** A command that is accepted, and the setting whose moment it has. */
export interface Accepted<C extends Typed> {
  readonly setting: Setting
  readonly command: Plain<C>
}

const numRuns = 200
/** With fewer accepted runs than these a type of command has hardly been tried. */
const fewestAccepted = 20

type CommandData = Readonly<Record<string, unknown>> & Typed

const commandFields = ({ shape }: AnyCodec, type: string): Fields => {
  const member = shape.kind === 'variants' ? shape.members[type]?.shape : undefined
  if (member?.kind !== 'record') throw new Error(`${type} is no command of the slice`)
  const { type: _, ...fields } = member.fields
  return fields
}

const twoHours = 120 * 60_000
/** The value or one close by, as a random instant would hardly ever be accepted. */
const nearbyValue = ({ shape }: AnyCodec, value: unknown): fc.Arbitrary<unknown> => {
  if (shape.kind === 'nullable') return value === null ? fc.constant(null) : nearbyValue(shape.of, value)
  if (shape.kind === 'instant')
    return fc.integer({ min: -twoHours, max: twoHours }).map((by) => plusMillis(value as Instant, by))
  if (shape.kind !== 'record') return fc.constant(value)
  const said = value as Readonly<Record<string, unknown>>
  const near = Object.entries(shape.fields).map(([key, codec]) => [key, nearbyValue(codec, said[key])] as const)
  return fc.record(Object.fromEntries(near), { noNullPrototype: true })
}

/** Varies up to two fields: by any value of the field's codec, by the value of a given command, or by one close to it. */
const varyCommand = (fields: Fields, commands: ReadonlyArray<CommandData>): fc.Arbitrary<object> => {
  const values = Object.entries(fields).map(([key, codec]) => {
    const said = commands.map((command) => nearbyValue(codec, command[key]))
    return [key, fc.oneof(makeArbitrary(codec), fc.oneof(...said))] as const
  })
  return fc
    .subarray(values, { maxLength: Math.min(2, values.length) })
    .chain((some) => fc.record(Object.fromEntries(some), { noNullPrototype: true }))
}

/**
 * `restoreCommand` makes every accepted command again from its stored events. Tried with 200 commands of each type: those that are given,
 * each varied in up to two of its fields. Each type has to be given, and often enough to be accepted.
 *
 * @example
 * it('gives back what was said', () => givesCommandsBack(order, [{ setting, command: place }, …]))
 */
export const givesCommandsBack = <C extends Typed, S, E extends Typed, R extends Typed>(
  slice: Slice<C, S, E, R>,
  accepted: ReadonlyArray<Accepted<NoInfer<C>>>,
): void => {
  const { restoreCommand } = slice
  const places = accepted.map(({ setting, command }) => {
    const state = replayPast(slice, setting)
    const decide = attemptDecider(slice, setting)
    const nameStream = (words: unknown) => slice.decider.stream(words as C, setting.scene.jurisdiction as Jurisdiction)
    /** No events where it is refused, or is about another stream than the past. */
    const decideEvents = (words: CommandData): ReadonlyArray<E> =>
      nameStream(words) === nameStream(command)
        ? E.getOrElse((): ReadonlyArray<E> => [])(decide(state, { command: words as never }))
        : []
    return { command, decideEvents }
  })
  const types = slice.command.shape.kind === 'variants' ? Object.keys(slice.command.shape.members) : []
  for (const type of types) {
    const ofType = places.filter(({ command }) => command.type === type)
    if (ofType.length === 0) fail(`${type} is not given`)
    const variations = varyCommand(
      commandFields(slice.command, type),
      ofType.map(({ command }) => command),
    )
    let count = 0
    fc.assert(
      fc.property(fc.constantFrom(...ofType), variations, ({ command, decideEvents }, variation) => {
        const words = { ...command, ...variation }
        const events = decideEvents(words)
        if (events.length === 0) return
        count++
        const stored = JSON.parse(JSON.stringify(events)) as ReadonlyArray<E>
        assertEqual(restoreCommand(stored), words, `${type}, from its events`)
      }),
      { numRuns, includeErrorInReport: true },
    )
    if (count < fewestAccepted) fail(`${type} is accepted ${count} times, fewer than ${fewestAccepted}`)
  }
}
