/** A ledger without a store, to simulate slices and processes: a test chooses the order in which process commands are sent. */
import * as E from 'fp-ts/lib/Either.js'
import { Instant, type Envelope, type Plain, type StreamName, type Typed } from '@zhiyuan/kernel'
import type { AnySlice } from '@zhiyuan/runtime'
import { memoryLog, type LoopScene, type MemoryLog, type Said, type Sender } from './loop/memory-log.ts'
import {
  oldest,
  pendingQueue,
  processReactor,
  type LoopProcess,
  type PendingCommand,
  type PendingQueue,
  type Pick,
} from './loop/pending.ts'
import { decodeOrThrow, type Histories, type PlainActor } from './words.ts'

export type { Said } from './loop/memory-log.ts'
export type { PendingCommand, Pick } from './loop/pending.ts'

export interface LoopOptions<S extends AnySlice> {
  readonly slices: ReadonlyArray<S>
  readonly processes: ReadonlyArray<LoopProcess>
  /** What happened before. Processes know these events, and have already sent their commands about them. */
  readonly world: Histories
  readonly scene: LoopScene
  /** Hears of each process command when it was sent. */
  readonly onSent?: ((pending: PendingCommand, outcome: Said) => void) | undefined
}

/** Takes the commands `C`: those of its slices. */
export interface Loop<C extends Typed> {
  /** Moves the clock to an instant; fails on a malformed one, and on one before the last event was recorded. */
  readonly at: (now: string) => void
  /** Sends an actor's command. Processes take its events in, and the commands that they want sent wait. */
  readonly send: (actor: PlainActor, command: Plain<C>, occurredAt?: string) => Said
  /** Decides an actor's command now; the returned function writes it later, though the decision knows nothing of what others wrote in between. */
  readonly sendLate: (actor: PlainActor, command: Plain<C>) => () => void
  /** Sends an actor's commands in turn, and rests after each; fails where one is refused. */
  readonly does: (actor: PlainActor, ...commands: ReadonlyArray<Plain<C>>) => void
  /** Process commands that can be sent now: first those of events in their order, then timers that are due in order of time. */
  readonly waiting: () => ReadonlyArray<PendingCommand>
  /** All that processes asked for and that was not sent yet, with the timers that still run. */
  readonly running: () => ReadonlyArray<PendingCommand>
  /** Sends one waiting process command. */
  readonly deliver: (index?: number) => Said
  /** Takes one waiting process command and decides it now; the returned function writes it later. */
  readonly deliverLate: (index?: number) => () => void
  /** What a process command would be answered if it were sent now under another id; nothing is written. */
  readonly decideAgain: (pending: PendingCommand) => Said
  /** Sends what waits, and what follows from it, until nothing is left to do. */
  readonly rest: (pick?: Pick) => void
  /** Moves the clock from timer to timer until then, and rests at each. */
  readonly restUntil: (now: string) => void
  readonly events: (stream: StreamName) => ReadonlyArray<Typed>
  /** The state that a slice's own stream is in. */
  readonly state: (slice: AnySlice, stream: StreamName) => unknown
  /** All events of all streams, in the order in which they were written; those of the world are left out. */
  readonly log: () => ReadonlyArray<Envelope<Typed>>
  /** Process commands that were refused, other than for being early. */
  readonly refused: () => ReadonlyArray<Refused>
}

interface Refused {
  readonly pending: PendingCommand
  readonly rejection: Typed
}

type Command<S extends AnySlice> = S['command']['_A'] & Typed

interface LoopClock {
  readonly now: () => Instant
  /** Reads an instant to which the clock may move: not before the last event was recorded. */
  readonly readNext: (words: string) => Instant
  readonly set: (next: Instant) => void
}

const loopClock = (start: Instant, { written }: MemoryLog): LoopClock => {
  let now = start
  return {
    now: () => now,
    readNext: (words) => {
      const next = decodeOrThrow(Instant, words, { name: 'a moment', at: '$.now' })
      const last = written.at(-1)?.recordedAt ?? next
      if (next < last) throw new Error(`${next} is before ${last}, when the last event was recorded`)
      return next
    },
    set: (next) => {
      now = next
    },
  }
}

interface Parts {
  readonly memory: MemoryLog
  readonly queue: PendingQueue
  readonly clock: LoopClock
}

const decideAndWrite = ({ memory, clock }: Parts, command: Typed, sender: Sender): Said => {
  const { outcome, write } = memory.decide(command, sender, clock.now())
  write()
  return outcome
}

const makeSender = ({ commandId, process, cause, dueAt }: PendingCommand, now: Instant): Sender => {
  const happened = dueAt ?? cause.occurredAt
  const actor = { type: 'process', process, cause: cause.id } as const
  return { actor, occurredAt: happened < now ? happened : now, commandId }
}

const takePending = ({ queue, clock }: Parts, index: number) => {
  const now = clock.now()
  const pending = queue.take(index, now)
  return { pending, sender: makeSender(pending, now) }
}

const processDelivery = (parts: Parts, onSent: LoopOptions<AnySlice>['onSent']) => {
  const { memory, queue, clock } = parts
  const refused: Refused[] = []
  const deliver = (index = 0): Said => {
    const { pending, sender } = takePending(parts, index)
    const outcome = decideAndWrite(parts, pending.command, sender)
    onSent?.(pending, outcome)
    if (E.isLeft(outcome)) {
      const { type, dueAt } = outcome.left as Typed & { readonly dueAt?: Instant }
      const later = type === 'NotYetDue' && dueAt !== undefined && dueAt > clock.now() ? dueAt : pending.runsUntil
      if (later !== null) queue.add([{ ...pending, dueAt: later, runsUntil: null }])
      else refused.push({ pending, rejection: outcome.left })
    }
    return outcome
  }
  const deliverLate = (index = 0): (() => void) => {
    const { pending, sender } = takePending(parts, index)
    return memory.decide(pending.command, sender, clock.now()).write
  }
  const decideAgain = (pending: PendingCommand): Said => {
    const { commandId: _other, ...sender } = makeSender(pending, clock.now())
    return memory.decide(pending.command, sender, clock.now()).outcome
  }
  return { deliver, deliverLate, decideAgain, refused: () => refused }
}

const resting = ({ queue, clock }: Parts, deliver: (index: number) => Said) => {
  const rest = (pick: Pick = oldest): void => {
    for (let left = 10_000; queue.waiting(clock.now()).length > 0; left--) {
      if (left === 0) throw new Error('processes do not come to rest')
      deliver(pick(queue.waiting(clock.now())))
    }
  }
  const restUntil = (words: string): void => {
    const until = clock.readNext(words)
    for (rest(); ; rest()) {
      const next = queue.nextDue(until)
      clock.set(clock.readNext(next))
      if (next === until) break
    }
    rest()
  }
  return { rest, restUntil }
}

const personSending = (parts: Parts, rest: () => void) => {
  const { memory, clock } = parts
  const send = (actor: PlainActor, command: Typed, occurredAt: string = clock.now()): Said =>
    decideAndWrite(parts, command, { actor, occurredAt })
  const sendLate = (actor: PlainActor, command: Typed): (() => void) =>
    memory.decide(command, { actor, occurredAt: clock.now() }, clock.now()).write
  const does = (actor: PlainActor, ...commands: ReadonlyArray<Typed>): void => {
    for (const command of commands) {
      const outcome = send(actor, command)
      if (E.isLeft(outcome)) throw new Error(`${command.type} is refused: ${JSON.stringify(outcome.left)}`)
      rest()
    }
  }
  return { send, sendLate, does }
}

/** Two of one name would share streams, rows or the ids of commands. */
const refuseClashes = (what: string, named: ReadonlyArray<{ readonly name: string }>): void => {
  const clash = named.find(({ name }, index) => named.findIndex((one) => one.name === name) !== index)
  if (clash !== undefined) throw new Error(`two ${what} are called ${clash.name}`)
}

/**
 * Runs slices and processes together. Only the test's picks and moments decide the order of events, so that it can plant the
 * interleaving that it fears.
 *
 * @example
 * loop.send(bob, takeSeat)
 * loop.send(clerk, cancelOrder)
 * loop.rest((waiting) => waiting.length - 1)
 */
export const startLoop = <S extends AnySlice>({
  slices,
  processes,
  world,
  scene,
  onSent,
}: LoopOptions<S>): Loop<Command<S>> => {
  refuseClashes('slices', slices)
  refuseClashes('processes', processes)
  const react = processReactor(processes)
  const queue = pendingQueue()
  const memory = memoryLog({
    slices,
    world,
    scene,
    onWritten: (envelope) => queue.ask(react(envelope), envelope.recordedAt),
  })
  // Processes only take the world's events into their rows: the commands that they want sent are dropped.
  for (const envelope of memory.past) react(envelope)
  const clock = loopClock(scene.now as Instant, memory)
  const parts: Parts = { memory, queue, clock }
  const delivery = processDelivery(parts, onSent)
  const { rest, restUntil } = resting(parts, delivery.deliver)
  return {
    ...delivery,
    at: (next) => clock.set(clock.readNext(next)),
    ...personSending(parts, rest),
    waiting: () => queue.waiting(clock.now()),
    running: queue.running,
    rest,
    restUntil,
    events: memory.read,
    state: memory.state,
    log: () => memory.written,
  }
}
