import * as E from 'fp-ts/lib/Either.js'
import type { Lifecycle, Plain, Slice, Typed } from '@zhiyuan/kernel'
import { attemptDecider, replayPast, type Setting } from './play.ts'
import type { Histories, PlainActor, SaidEvent, Speaking } from './words.ts'

/** One try: the past of the own stream and of others, then the command and its moment. */
export interface Trial<C extends Typed> {
  readonly past: ReadonlyArray<SaidEvent>
  readonly knowing?: Histories
  readonly command: Plain<C>
  readonly now: string
  readonly actor: PlainActor
}

/** What a walk needs of a slice. */
export interface Walked<C extends Typed, S, E extends Typed, R extends Typed, N extends string> {
  readonly slice: Slice<C, S, E, R>
  readonly table: Lifecycle<N, C['type']>
  /** For each state and command: a past that leads to the state, and the command that the state is most likely to accept. */
  readonly samples: (state: N, command: C['type']) => Trial<NoInfer<C>>
  readonly nameState: (state: S) => string
  /** By state: how commands are refused there, where that is not `CommandNotAllowed` with the names of state and command. */
  readonly otherwise?: { readonly [S in N]?: ReadonlyArray<R['type']> }
  readonly world: Histories
  /** All slices whose streams `world` and the trials mention. */
  readonly slices: ReadonlyArray<Speaking>
  readonly jurisdiction: string
}

const listStates = <N extends string>({ initial, final, transitions }: Lifecycle<N, string>): ReadonlyArray<N> => [
  ...new Set([initial, ...transitions.flatMap(({ from, to }) => [from, ...to]), ...final]),
]

const listCommands = <C extends Typed>(slice: Slice<C, unknown, never, never>): ReadonlyArray<C['type']> =>
  slice.command.shape.kind === 'variants' ? Object.keys(slice.command.shape.members) : []

/** Whether the trial's command, decided earlier in its past, emits the events that came next there: then it is a repeat. */
const isRepeat = <C extends Typed, S, E extends Typed, R extends Typed>(
  slice: Slice<C, S, E, R>,
  setting: Setting,
  { past, command, now, actor }: Trial<C>,
): boolean =>
  past.some((_, index) => {
    const before = { ...setting, past: past.slice(0, index) }
    const attempt = { command, now, actor }
    const outcome = attemptDecider(slice, before)(replayPast(slice, before), attempt)
    if (E.isLeft(outcome) || outcome.right.length === 0) return false
    const said = command as Readonly<Record<string, unknown>>
    return outcome.right.every((event, offset) => {
      const was = past[index + offset] as Readonly<Record<string, unknown>> | undefined
      return (
        was?.['type'] === event.type &&
        Object.keys(said).every(
          (key) => key === 'type' || !(key in was) || JSON.stringify(was[key]) === JSON.stringify(said[key]),
        )
      )
    })
  })

const tableFaults = <N extends string>(
  slice: string,
  table: Lifecycle<N, string>,
  commands: ReadonlyArray<string>,
): string[] => {
  const reached = new Set<string>([table.initial])
  for (let before = 0; before < reached.size;) {
    before = reached.size
    for (const { from, to } of table.transitions) if (reached.has(from)) to.forEach((state) => reached.add(state))
  }
  const leaves = (state: string, by: (holder: string) => boolean): boolean =>
    table.transitions.some((one) => one.from === state && by(one.by) && one.to.some((to) => to !== state))
  const stops = (state: string): string[] => {
    if (table.resting.includes(state as N))
      return leaves(state, (by) => by === 'timer') || !leaves(state, () => true)
        ? [`${state} rests, and has an exit by a timer or none`]
        : []
    return leaves(state, (by) => by !== 'person')
      ? []
      : [`${state} waits without an exit by a timer, a process or a unit`]
  }
  return [
    ...table.transitions
      .filter(({ command }) => !commands.includes(command))
      .map(({ command }) => `${command} is no command of ${slice}`),
    ...listStates(table).flatMap((state) => [
      ...(reached.has(state) ? [] : [`${state} is never reached`]),
      ...(table.final.includes(state) && leaves(state, () => true) ? [`${state} is final and has an exit`] : []),
      ...(state === table.initial || table.final.includes(state) ? [] : stops(state)),
    ]),
  ]
}

const pairFault = <C extends Typed, S, E extends Typed, R extends Typed, N extends string>(
  walked: Walked<C, S, E, R, N>,
  state: N,
  command: C['type'],
): string | null => {
  const { slice, table, nameState, slices, jurisdiction } = walked
  const trial = walked.samples(state, command)
  const world = { ...walked.world, ...trial.knowing }
  const setting = { world, past: trial.past, scene: { slices, jurisdiction, now: trial.now, actor: trial.actor } }
  const before = replayPast(slice, setting)
  const at = `${state}, ${command}`
  if (trial.command.type !== command) return `${at}: the sample sends ${trial.command.type}`
  if (nameState(before) !== state) return `${at}: the sample's past leads to ${nameState(before)}`
  const listed = table.transitions.filter((one) => one.from === state && one.command === command)
  const outcome = attemptDecider(slice, setting)(before, { command: trial.command })
  if (E.isLeft(outcome)) {
    const said = JSON.stringify(outcome.left)
    if (listed.length > 0) return `${at}: is listed, but refused: ${said}`
    const { type, ...named } = outcome.left as Typed & { readonly state?: string; readonly command?: string }
    if (named.state === state && named.command === command) return null
    return walked.otherwise?.[state]?.includes(type) === true ? null : `${at}: is refused by another name: ${said}`
  }
  if (outcome.right.length === 0) {
    if (listed.length > 0) return `${at}: is listed, but silent`
    if (trial.actor.type === 'process') return null
    if (!table.repeats.includes(command)) return `${at}: is silent, but names something new`
    return isRepeat(slice, setting, trial) ? null : `${at}: is silent, but neither a clock nor a repeat`
  }
  const after = nameState(outcome.right.reduce(slice.decider.fold.evolve, before))
  if (listed.length === 0) return `${at}: is not listed, but leads to ${after}`
  return listed.some(({ to }) => (to as ReadonlyArray<string>).includes(after)) ? null : `${at}: leads to ${after}`
}

/**
 * Walks a lifecycle table: what is wrong, a sentence each; none on a sound slice. Every listed transition happens. Every other pair of
 * state and command is refused with both names (`CommandNotAllowed`, or a name of its own), or is a no-op: as a timer (a process sends it)
 * or as a repeat (the table marks it as one, and its past shows it done: decided earlier there, it emits the events that
 * came next). Every state is reached, and every state but the resting ones has an exit by a timer, a process or a unit.
 *
 * @example
 * it('keeps its table', () => expect(walkLifecycle({ slice: order, table, samples, nameState: ({ type }) => type, world, slices, jurisdiction })).toEqual([]))
 */
export const walkLifecycle = <C extends Typed, S, E extends Typed, R extends Typed, N extends string>(
  walked: Walked<C, S, E, R, N>,
): ReadonlyArray<string> => {
  const commands = listCommands(walked.slice as unknown as Slice<C, unknown, never, never>)
  return [
    ...tableFaults(walked.slice.name, walked.table, commands),
    ...listStates(walked.table)
      .flatMap((state) => commands.map((command) => pairFault(walked, state, command) ?? []))
      .flat(),
  ]
}
