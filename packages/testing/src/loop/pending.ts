/** What the simulator's processes want done: commands that wait, now or until their timer is due. */
import type { Envelope, Instant, Reaction, Typed } from '@zhiyuan/kernel'
import type { AnyProcess } from '@zhiyuan/runtime'

// Each process hears every event and sends commands of its own: only the wiring knows both unions.
export type LoopProcess = AnyProcess<never, Typed>

/** A process command: to be sent at once, or when its timer is due. */
export interface PendingCommand {
  /** Made of the process, its cause and its place among what it asked for: sent again, it is recognised. */
  readonly commandId: string
  readonly process: string
  readonly cause: Envelope<Typed>
  readonly dueAt: Instant | null
  /** The instant for which a timer runs that is asked earlier whether it is due. */
  readonly runsUntil: Instant | null
  readonly command: Typed
}

/** What one process asks for because of an event. */
interface Asked {
  readonly commandId: string
  readonly process: string
  readonly cause: Envelope<Typed>
  readonly reaction: Reaction<Typed>
}

/** Chooses which of the waiting process commands is sent next; by default the oldest. */
export type Pick = (waiting: ReadonlyArray<PendingCommand>) => number

export const oldest: Pick = () => 0

/** Takes an event into the rows of one process, and lists what it asks for. */
const reactTo = (rows: Map<string, unknown>, process: LoopProcess, cause: Envelope<Typed>): ReadonlyArray<Asked> => {
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
  const { name } = process
  return reactions.map((reaction, n) => ({ commandId: `${name}.${cause.id}.${n}`, process: name, cause, reaction }))
}

/** Hands each event to every process, and keeps the processes' rows. */
export const processReactor = (processes: ReadonlyArray<LoopProcess>) => {
  const rows = new Map<string, unknown>()
  return (cause: Envelope<Typed>): ReadonlyArray<Asked> => processes.flatMap((process) => reactTo(rows, process, cause))
}

export interface PendingQueue {
  /** Queues what processes ask for; the timers of one that asks for them can be sent from then on. */
  readonly ask: (asked: ReadonlyArray<Asked>, now: Instant) => void
  readonly add: (commands: ReadonlyArray<PendingCommand>) => void
  /** All that was asked for and not sent yet, with timers that are not due. */
  readonly running: () => ReadonlyArray<PendingCommand>
  /** Those that can be sent now: first commands in order of their events, then timers that are due in order of time. */
  readonly waiting: (now: Instant) => ReadonlyArray<PendingCommand>
  /** Takes one of those that can be sent now out of the queue. */
  readonly take: (index: number, now: Instant) => PendingCommand
  /** The instant of the next timer, or `until` if that is sooner. */
  readonly nextDue: (until: Instant) => Instant
}

const makePending = ({ reaction, ...asked }: Asked): ReadonlyArray<PendingCommand> => {
  if (reaction.type === 'ask-timers') return []
  const dueAt = reaction.type === 'deadline' ? reaction.dueAt : null
  return [{ ...asked, dueAt, runsUntil: null, command: reaction.command }]
}
const askAt = (one: PendingCommand, now: Instant): PendingCommand =>
  one.dueAt !== null && one.dueAt > now ? { ...one, dueAt: now, runsUntil: one.dueAt } : one

export const pendingQueue = (): PendingQueue => {
  let pending: ReadonlyArray<PendingCommand> = []
  const waiting = (now: Instant): ReadonlyArray<PendingCommand> => [
    ...pending.filter(({ dueAt }) => dueAt === null),
    ...pending
      .filter(({ dueAt }) => dueAt !== null && dueAt <= now)
      .sort((a, b) => ((a.dueAt ?? '') < (b.dueAt ?? '') ? -1 : 1)),
  ]
  const add = (commands: ReadonlyArray<PendingCommand>): void => {
    pending = [...pending, ...commands]
  }
  return {
    add,
    running: () => pending,
    ask: (asked, now) => {
      add(asked.flatMap(makePending))
      const askers = new Set(
        asked.flatMap(({ process, reaction }) => (reaction.type === 'ask-timers' ? [process] : [])),
      )
      pending = pending.map((one) => (askers.has(one.process) ? askAt(one, now) : one))
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
