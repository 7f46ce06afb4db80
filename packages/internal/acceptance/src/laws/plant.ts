/** Plants faults in a world, behind its codecs: a process that is missing, or a command that is decided wrongly. */
import * as E from 'fp-ts/lib/Either.js'
import type { Moment, Plan, Typed } from '@zhiyuan/kernel'
import type { ActingWorld } from '@zhiyuan/testing'

type Fault = (world: ActingWorld) => ActingWorld
type AnyPlan = Plan<Typed, Typed>
type PlanCommand = (command: Typed, state: unknown, moment: Moment) => AnyPlan

/** The process never runs. */
export const without =
  (process: string): Fault =>
  (world) => ({ ...world, processes: world.processes.filter(({ name }) => name !== process) })

/** A command is planned by another function, made of the right one. */
export const planWrongly =
  (slice: string, command: string, alter: (right: PlanCommand) => PlanCommand): Fault =>
  (world) => ({
    ...world,
    slices: world.slices.map((one) => {
      if (one.name !== slice) return one
      // A slice's handlers are typed by its own commands, which are not known here.
      const { handlers } = one.decider as unknown as {
        readonly handlers: Readonly<Record<string, { readonly plan: PlanCommand }>>
      }
      const right = handlers[command]
      if (right === undefined) throw new Error(`${slice} has no ${command}`)
      const wrong = { ...right, plan: alter(right.plan.bind(right)) }
      return { ...one, decider: { ...one.decider, handlers: { ...handlers, [command]: wrong } } }
    }),
  })

const mapDecision = (plan: AnyPlan, map: (events: ReadonlyArray<Typed>) => ReadonlyArray<Typed>): AnyPlan =>
  plan.type === 'read'
    ? { ...plan, next: (load) => mapDecision(plan.next(load), map) }
    : { ...plan, decision: E.map(map)(plan.decision) }

/** What a command writes is changed. */
export const writeWrongly = (slice: string, command: string, map: (event: Typed) => ReadonlyArray<Typed>): Fault =>
  planWrongly(
    slice,
    command,
    (right) =>
      (...asked) =>
        mapDecision(right(...asked), (events) => events.flatMap(map)),
  )

export const both =
  (one: Fault, other: Fault): Fault =>
  (world) =>
    other(one(world))
