/** A ledger without a store: streams are arrays, and a test says in which order what processes want is done. */
import * as E from 'fp-ts/lib/Either.js'
import {
  decideCommand,
  decode,
  Instant,
  type AnyCodec,
  type Codec,
  type CommandDigest,
  type Decider,
  type Envelope,
  type Moment,
  type Plain,
  type Reaction,
  type StreamName,
  type Typed,
} from '@zhiyuan/kernel'
import type { AnyProcess, AnySlice } from '@zhiyuan/runtime'
import { digestOrZeros } from './digest.ts'
import { historyLoader, type Scene } from './given.ts'
import { readHistories, readMoment, decodeOrThrow, type Histories, type PlainActor } from './words.ts'

export interface LoopOptions<S extends AnySlice> {
  readonly slices: ReadonlyArray<S>
  // Each process hears every event and sends commands of its own: only the wiring knows both unions.
  readonly processes: ReadonlyArray<AnyProcess<never, Typed>>
  /** What has happened before, and what followed from it: processes know it and want nothing done about it. */
  readonly world: Histories
  readonly scene: Omit<Scene, 'actor' | 'occurredAt'>
}

/** What a process wants done: at once, or when its clock has run out. */
export interface PendingCommand {
  readonly process: string
  readonly cause: Envelope<Typed>
  readonly dueAt: Instant | null
  readonly command: Typed
}

export type Said = E.Either<Typed, ReadonlyArray<Typed>>
/** Which of the errands that wait is done next; by default the oldest. */
export type Pick = (waiting: ReadonlyArray<PendingCommand>) => number

/** Takes the commands `C`: those of its slices. */
export interface Loop<C extends Typed> {
  /** Moves the clock to an instant; fails on what is none, and on one before the last event was recorded. */
  readonly at: (now: string) => void
  /** Somebody's command. Processes hear of its events, and what they want waits. */
  readonly send: (actor: PlainActor, command: Plain<C>, occurredAt?: string) => Said
  /** Decides somebody's command on what is known now, and writes it when it is called: what others wrote in between, it did not see. */
  readonly sendLate: (actor: PlainActor, command: Plain<C>) => () => void
  /** Somebody's commands, one after the other, none of them refused; at rest after each. */
  readonly does: (actor: PlainActor, ...commands: ReadonlyArray<Plain<C>>) => void
  /** What waits to be done now: commands in order of their events, then clocks that have run out in order of time. */
  readonly waiting: () => ReadonlyArray<PendingCommand>
  /** Does one errand that waits. */
  readonly deliver: (index?: number) => Said
  /** Takes one errand that waits and decides it on what is known now; writes it when it is called. */
  readonly deliverLate: (index?: number) => () => void
  /** Does what waits and what follows from it, until nothing is left to do. */
  readonly rest: (pick?: Pick) => void
  /** Moves on from clock to clock until then, at rest after each. */
  readonly restUntil: (now: string) => void
  readonly events: (stream: StreamName) => ReadonlyArray<Typed>
  /** The state that a slice's own stream is in. */
  readonly state: (slice: AnySlice, stream: StreamName) => unknown
  /** All events of all streams, in the order in which they were written, the world's left out. */
  readonly log: () => ReadonlyArray<Envelope<Typed>>
  /** What processes were refused, other than for being early. */
  readonly refused: () => ReadonlyArray<{ readonly pending: PendingCommand; readonly rejection: Typed }>
}

interface Told {
  readonly slice: AnySlice
  readonly stream: StreamName
  readonly command: CommandDigest
}

interface Sender {
  readonly actor: PlainActor
  readonly occurredAt: string
}

type Command<S extends AnySlice> = S['command']['_A'] & Typed
type AnyDecider = Decider<Typed, unknown, Typed, Typed>
const sliceDecider = (slice: AnySlice): AnyDecider => slice.decider as unknown as AnyDecider

interface Place {
  readonly stream: StreamName
  readonly version: number
  /** The version of the first event of the same command, whose id the command has. */
  readonly first: number
  readonly command: CommandDigest
}

const envelop = (
  { log, jurisdiction, now, occurredAt, actor }: Moment,
  { stream, version, first, command }: Place,
  data: Typed,
): Envelope<Typed> => {
  const [id, commandId] = [`${stream}.${version}`, `${stream}.${first}`]
  const header = { id, log, jurisdiction, stream, version, type: data.type, schema: 1 }
  const causationId = actor.type === 'process' ? actor.cause : null
  const moment = { occurredAt, recordedAt: now, actor, commandId, correlationId: commandId, causationId }
  return { ...header, ...moment, command, readSet: [], rules: 1, traceparent: null, data } as unknown as Envelope<Typed>
}

/** Whether a slice has a command of that type, well said or not. */
const hasCommand = ({ shape }: AnyCodec, type: string): boolean =>
  shape.kind === 'variants'
    ? Object.hasOwn(shape.members, type)
    : shape.kind === 'record' && shape.fields['type']?.is(type) === true

const oldest: Pick = () => 0

/**
 * Runs slices and processes together. Nothing but the picks and the moments decides what comes before what, so that a test can plant the
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
}: LoopOptions<S>): Loop<Command<S>> => {
  const streams = new Map(Object.entries(readHistories(scene.slices, world)) as [StreamName, ReadonlyArray<Typed>][])
  const rows = new Map<string, unknown>()
  const log: Envelope<Typed>[] = []
  const refused: { pending: PendingCommand; rejection: Typed }[] = []
  let pendingCommands: ReadonlyArray<PendingCommand> = []
  let now = scene.now as Instant

  const listWanted = (process: AnyProcess<never, Typed>, cause: Envelope<Typed>): ReadonlyArray<PendingCommand> => {
    const keys = process.keys(cause.data as never)
    const own = keys.map((key) => `${process.name} ${key}`)
    keys.forEach((key, index) => {
      const at = own[index] ?? ''
      rows.set(at, process.evolve((rows.get(at) ?? process.initial(key)) as never, cause as never, key))
    })
    const heard: ReadonlyArray<Reaction<Typed>> = process.react(
      cause as never,
      own.map((key) => rows.get(key) as never),
    )
    return heard.map((one) => ({
      process: process.name,
      cause,
      dueAt: one.type === 'deadline' ? one.dueAt : null,
      command: one.command,
    }))
  }

  const throughStorage = (slice: AnySlice, event: Typed): Typed => {
    const read = decode(slice.event)(JSON.parse(JSON.stringify(event)))
    if (E.isLeft(read)) throw new Error(`${event.type} is not readable: ${JSON.stringify(read.left)}`)
    return read.right as Typed
  }

  const write = ({ slice, stream, command }: Told, moment: Moment, events: ReadonlyArray<Typed>): void => {
    const first = (streams.get(stream) ?? []).length
    for (const event of events) {
      const past = streams.get(stream) ?? []
      const envelope = envelop(moment, { stream, version: past.length, first, command }, throughStorage(slice, event))
      streams.set(stream, [...past, envelope.data])
      log.push(envelope)
      pendingCommands = [...pendingCommands, ...processes.flatMap((process) => listWanted(process, envelope))]
    }
  }

  /** Decides on what is known now; written is it by whoever calls `write`. */
  const decideOnly = (said: Typed, by: Sender): { readonly outcome: Said; readonly write: () => void } => {
    const slice = slices.find(({ command }) => hasCommand(command, said.type))
    if (slice === undefined) throw new Error(`no slice takes ${said.type}: ${JSON.stringify(said)}`)
    const words = decodeOrThrow(slice.command as AnyCodec & Codec<Typed>, said, { name: 'a command', at: '$' })
    const moment = readMoment({ jurisdiction: scene.jurisdiction, now, ...by })
    const decider = sliceDecider(slice)
    const stream = decider.stream(words, moment.jurisdiction)
    const known = streams.get(stream) ?? []
    const state = known.reduce(decider.fold.evolve, decider.fold.initial)
    const outcome = decideCommand(decider, historyLoader(Object.fromEntries(streams)))(state, words, moment)
    const written = (): void => {
      if ((streams.get(stream) ?? []).length !== known.length) throw new Error(`${stream} was written to in between`)
      const command = digestOrZeros(words)
      if (E.isRight(outcome)) write({ slice, stream, command }, moment, outcome.right)
    }
    return { outcome, write: written }
  }

  const decide = (words: Typed, said: Sender): Said => {
    const { outcome, write: written } = decideOnly(words, said)
    written()
    return outcome
  }

  const waiting = (): ReadonlyArray<PendingCommand> => [
    ...pendingCommands.filter(({ dueAt }) => dueAt === null),
    ...pendingCommands
      .filter(({ dueAt }) => dueAt !== null && dueAt <= now)
      .sort((a, b) => ((a.dueAt ?? '') < (b.dueAt ?? '') ? -1 : 1)),
  ]

  const take = (index: number): { readonly pending: PendingCommand; readonly said: Sender } => {
    const pending = waiting()[index]
    if (pending === undefined) throw new Error(`nothing waits at ${index}`)
    pendingCommands = pendingCommands.filter((one) => one !== pending)
    const happened = pending.dueAt ?? pending.cause.occurredAt
    const actor = { type: 'process', process: pending.process, cause: pending.cause.id } as const
    return { pending, said: { actor, occurredAt: happened < now ? happened : now } }
  }

  const deliver = (index = 0): Said => {
    const { pending, said } = take(index)
    const outcome = decide(pending.command, said)
    if (E.isLeft(outcome)) {
      const { type, dueAt } = outcome.left as Typed & { readonly dueAt?: Instant }
      if (type === 'NotYetDue' && dueAt !== undefined && dueAt > now)
        pendingCommands = [...pendingCommands, { ...pending, dueAt }]
      else refused.push({ pending, rejection: outcome.left })
    }
    return outcome
  }

  const runToRest = (pick: Pick = oldest): void => {
    for (let left = 10_000; waiting().length > 0; left--) {
      if (left === 0) throw new Error('processes do not come to rest')
      deliver(pick(waiting()))
    }
  }

  const sendAll: Loop<Command<S>>['does'] = (actor, ...commands) => {
    for (const command of commands) {
      const outcome = decide(command, { actor, occurredAt: now })
      if (E.isLeft(outcome)) throw new Error(`${command.type} is refused: ${JSON.stringify(outcome.left)}`)
      runToRest()
    }
  }

  for (const [stream, events] of streams)
    events.forEach((event, version) => {
      const moment = { ...scene, occurredAt: now, actor: { type: 'process', process: 'world', cause: 'world' } }
      const place = { stream, version, first: version, command: digestOrZeros(null) }
      const past = envelop(moment as unknown as Moment, place, event)
      for (const process of processes) listWanted(process, past)
    })

  /** A moment that may come: an instant, not before the last event was recorded. */
  const readNow = (words: string): Instant => {
    const next = decodeOrThrow(Instant, words, { name: 'a moment', at: '$.now' })
    const last = log.at(-1)?.recordedAt ?? next
    if (next < last) throw new Error(`${next} is before ${last}, when the last event was recorded`)
    return next
  }
  const at = (next: string): void => {
    now = readNow(next)
  }

  return {
    at,
    send: (actor, command, occurredAt = now) => decide(command, { actor, occurredAt }),
    sendLate: (actor, command) => decideOnly(command, { actor, occurredAt: now }).write,
    does: sendAll,
    waiting,
    deliver,
    deliverLate: (index = 0) => {
      const { pending, said } = take(index)
      return decideOnly(pending.command, said).write
    },
    rest: runToRest,
    restUntil: (words) => {
      const until = readNow(words)
      for (runToRest(); ; runToRest()) {
        const next = pendingCommands.reduce(
          (soonest, { dueAt }) => (dueAt !== null && dueAt < soonest ? dueAt : soonest),
          until,
        )
        at(next)
        if (next === until) break
      }
      runToRest()
    },
    events: (stream) => streams.get(stream) ?? [],
    state: (slice, stream) => {
      const { evolve, initial } = sliceDecider(slice).fold
      return (streams.get(stream) ?? []).reduce(evolve, initial)
    },
    log: () => log,
    refused: () => refused,
  }
}
