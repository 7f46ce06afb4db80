/** What the simulator's processes want done: commands that wait, now or until their timer is due. */
import type { Envelope, Instant, Reaction, Typed } from '@zhiyuan/kernel'
import type { AnyProcess } from '@zhiyuan/runtime'

// Each process hears every event and sends commands of its own: only the wiring knows both unions.
export type LoopProcess = AnyProcess<never, Typed>

/** A process command: to be sent at once, or when its timer is due. */
export interface PendingCommand {
  readonly process: string
  readonly cause: Envelope<Typed>
  readonly dueAt: Instant | null
  readonly command: Typed
}

/** Chooses which of the waiting process commands is sent next; by default the oldest. */
export type Pick = (waiting: ReadonlyArray<PendingCommand>) => number

export const oldest: Pick = () => 0

/** Takes an event into the rows of one process, and lists the commands that it wants sent. */
const reactTo = (
  rows: Map<string, unknown>,
  process: LoopProcess,
  cause: Envelope<Typed>,
): ReadonlyArray<PendingCommand> => {
  const keys = process.keys(cause.data as never)
  const own = keys.map((key) => `${process.name} ${key}`)
  keys.forEach((key, index) => {
    const at = own[index] ?? ''
    rows.set(at, process.evolve((rows.get(at) ?? process.initial(key)) as never, cause as never, key))
  })
  const reactions: ReadonlyArray<Reaction<Typed>> = process.react(
    cause as never,
    own.map((key) => rows.get(key) as never),
  )
  return reactions.map((one) => ({
    process: process.name,
    cause,
    dueAt: one.type === 'deadline' ? one.dueAt : null,
    command: one.command,
  }))
}

/** Hands each event to every process, and keeps the processes' rows. */
export const processReactor = (processes: ReadonlyArray<LoopProcess>) => {
  const rows = new Map<string, unknown>()
  return (cause: Envelope<Typed>): ReadonlyArray<PendingCommand> =>
    processes.flatMap((process) => reactTo(rows, process, cause))
}

export interface PendingQueue {
  readonly add: (commands: ReadonlyArray<PendingCommand>) => void
  /** Those that can be sent now: first commands in order of their events, then timers that are due in order of time. */
  readonly waiting: (now: Instant) => ReadonlyArray<PendingCommand>
  /** Takes one of those that can be sent now out of the queue. */
  readonly take: (index: number, now: Instant) => PendingCommand
  /** The instant of the next timer, or `until` if that is sooner. */
  readonly nextDue: (until: Instant) => Instant
}

export const pendingQueue = (): PendingQueue => {
  let pending: ReadonlyArray<PendingCommand> = []
  const waiting = (now: Instant): ReadonlyArray<PendingCommand> => [
    ...pending.filter(({ dueAt }) => dueAt === null),
    ...pending
      .filter(({ dueAt }) => dueAt !== null && dueAt <= now)
      .sort((a, b) => ((a.dueAt ?? '') < (b.dueAt ?? '') ? -1 : 1)),
  ]
  return {
    add: (commands) => {
      pending = [...pending, ...commands]
    },
    waiting,
    take: (index, now) => {
      const taken = waiting(now)[index]
      if (taken === undefined) throw new Error(`nothing waits at ${index}`)
      pending = pending.filter((one) => one !== taken)
      return taken
    },
    nextDue: (until) =>
      pending.reduce((soonest, { dueAt }) => (dueAt !== null && dueAt < soonest ? dueAt : soonest), until),
  }
}
