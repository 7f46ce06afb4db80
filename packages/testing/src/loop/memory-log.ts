/** The simulator's log: streams are arrays, and commands are decided on them. */
import * as E from 'fp-ts/lib/Either.js'
import {
  decideCommand,
  decode,
  type Actor,
  type AnyCodec,
  type Codec,
  type CommandDigest,
  type Decider,
  type Envelope,
  type Instant,
  type Load,
  type Moment,
  type ReadSetEntry,
  streamRead,
  type StreamName,
  type Typed,
} from '@zhiyuan/kernel'
import type { AnySlice } from '@zhiyuan/runtime'
import { digestOrZeros } from '../digest.ts'
import type { Scene } from '../given.ts'
import { decodeOrThrow, readHistories, readMoment, type Histories, type PlainActor } from '../words.ts'

export type Said = E.Either<Typed, ReadonlyArray<Typed>>

export type LoopScene = Omit<Scene, 'actor' | 'occurredAt'>

/** Who sends a command, and when the fact happened. */
export interface Sender {
  readonly actor: PlainActor
  readonly occurredAt: string
  /** Under an id that has written before, nothing is written: a store recognises the ids of its events. */
  readonly commandId?: string
}

/** A decision that is not written until `write` is called. */
export interface Decided {
  readonly outcome: Said
  readonly write: () => void
}

export interface MemoryLog {
  /** The events of a stream. */
  readonly read: (stream: StreamName) => ReadonlyArray<Typed>
  /** The events that the world brought along, in envelopes. */
  readonly past: ReadonlyArray<Envelope<Typed>>
  /** The events that were written, in their order; those of the world are left out. */
  readonly written: ReadonlyArray<Envelope<Typed>>
  /** The state that a slice's own stream is in. */
  readonly state: (slice: AnySlice, stream: StreamName) => unknown
  /** Decides a command on what is written now. */
  readonly decide: (command: Typed, sender: Sender, now: Instant) => Decided
}

type AnyDecider = Decider<Typed, unknown, Typed, Typed>
const sliceDecider = (slice: AnySlice): AnyDecider => slice.decider as unknown as AnyDecider

interface Place {
  readonly stream: StreamName
  readonly version: number
  readonly commandId: string
  readonly command: CommandDigest
  /** The other streams on which the decision rests, as they were read. */
  readonly readSet: ReadonlyArray<ReadSetEntry>
}

const envelop = (
  { log, jurisdiction, now, occurredAt, actor }: Moment,
  { stream, version, commandId, command, readSet }: Place,
  data: Typed,
): Envelope<Typed> => {
  const header = { id: `${stream}.${version}`, log, jurisdiction, stream, version, type: data.type, schema: 1 }
  const causationId = actor.type === 'process' ? actor.cause : null
  const moment = { occurredAt, recordedAt: now, actor, commandId, correlationId: commandId, causationId }
  return { ...header, ...moment, command, readSet, rules: 1, traceparent: null, data } as unknown as Envelope<Typed>
}

/** Whether a slice has a command of that type; its other fields may be wrong. */
const hasCommand = ({ shape }: AnyCodec, type: string): boolean =>
  shape.kind === 'variants'
    ? Object.hasOwn(shape.members, type)
    : shape.kind === 'record' && shape.fields['type']?.is(type) === true

const findSlice = (slices: ReadonlyArray<AnySlice>, said: Typed): AnySlice => {
  const slice = slices.find(({ command }) => hasCommand(command, said.type))
  if (slice === undefined) throw new Error(`no slice takes ${said.type}: ${JSON.stringify(said)}`)
  return slice
}

const throughStorage = (slice: AnySlice, event: Typed): Typed => {
  const read = decode(slice.event)(JSON.parse(JSON.stringify(event)))
  if (E.isLeft(read)) throw new Error(`${event.type} is not readable: ${JSON.stringify(read.left)}`)
  return read.right as Typed
}

type Streams = Map<StreamName, ReadonlyArray<Typed>>

const listPast = (streams: Streams, scene: LoopScene): ReadonlyArray<Envelope<Typed>> => {
  const actor = { type: 'process', process: 'world', cause: 'world' }
  const moment = { ...scene, occurredAt: scene.now, actor } as unknown as Moment
  return [...streams].flatMap(([stream, events]) =>
    events.map((event, version) =>
      envelop(
        moment,
        { stream, version, commandId: `${stream}.${version}`, command: digestOrZeros(null), readSet: [] },
        event,
      ),
    ),
  )
}

interface Folded {
  readonly count: number
  readonly state: unknown
}

/** Folds each stream once by each fold, and goes on from there: histories are long, and streams only grow. */
const foldOnce = (
  read: (stream: StreamName) => ReadonlyArray<Typed>,
  actorOf: (event: Typed) => Actor | undefined,
): Load => {
  const known = new WeakMap<object, Map<StreamName, Folded>>()
  return ({ stream, fold, initial, resume }) => {
    const streams = known.get(fold) ?? new Map<StreamName, Folded>()
    known.set(fold, streams)
    const { count, state } = streams.get(stream) ?? { count: 0, state: initial }
    const fresh = read(stream).slice(count)
    const next = resume(
      state,
      fresh,
      fresh.flatMap((event) => actorOf(event) ?? []),
    )
    streams.set(stream, { count: count + fresh.length, state: next })
    return next
  }
}

/** Loads, and notes which streams were read and how far, as the runtime does. */
const notingReads = (
  load: Load,
  read: (stream: StreamName) => ReadonlyArray<Typed>,
): { readonly load: Load; readonly entries: () => ReadonlyArray<ReadSetEntry> } => {
  const asked = new Set<StreamName>()
  return {
    load: (one) => {
      asked.add(one.stream)
      return load(one)
    },
    entries: () =>
      [...asked].flatMap((stream) => {
        const last = read(stream).length - 1
        // Counts of events are never negative.
        return last < 0 ? [] : [{ stream, version: last } as ReadSetEntry]
      }),
  }
}

interface MemoryLogOptions {
  readonly slices: ReadonlyArray<AnySlice>
  readonly world: Histories
  readonly scene: LoopScene
  readonly onWritten: (envelope: Envelope<Typed>) => void
}

export const memoryLog = ({ slices, world, scene, onWritten }: MemoryLogOptions): MemoryLog => {
  const streams: Streams = new Map(
    Object.entries(readHistories(scene.slices, world)) as [StreamName, ReadonlyArray<Typed>][],
  )
  const past = listPast(streams, scene)
  const written: Envelope<Typed>[] = []
  const done = new Set<string>()
  const actors = new WeakMap<Typed, Actor>([...past].map(({ data, actor }) => [data, actor]))
  const read = (stream: StreamName): ReadonlyArray<Typed> => streams.get(stream) ?? []

  const write = (moment: Moment, place: Omit<Place, 'version'>, events: ReadonlyArray<Typed>): void => {
    for (const event of events) {
      const before = read(place.stream)
      const envelope = envelop(moment, { ...place, version: before.length }, event)
      streams.set(place.stream, [...before, envelope.data])
      written.push(envelope)
      actors.set(envelope.data, envelope.actor)
      onWritten(envelope)
    }
  }

  /** As the runtime does, with who caused each event. */
  const load = foldOnce(read, (event) => actors.get(event))

  const decideNow: MemoryLog['decide'] = (said, sender, now) => {
    const slice = findSlice(slices, said)
    const command = decodeOrThrow(slice.command as AnyCodec & Codec<Typed>, said, { name: 'a command', at: '$' })
    const { commandId, ...sent } = sender
    const moment = readMoment({ jurisdiction: scene.jurisdiction, now, ...sent })
    const decider = sliceDecider(slice)
    const stream = decider.stream(command, moment.jurisdiction)
    const known = read(stream)
    const state = load(streamRead(stream, decider.fold))
    const noting = notingReads(load, read)
    const outcome =
      commandId !== undefined && done.has(commandId)
        ? E.right([])
        : decideCommand(decider, noting.load)(state, command, moment)
    const readSet = noting.entries()
    return {
      outcome,
      write: () => {
        if (read(stream).length !== known.length) throw new Error(`${stream} was written to in between`)
        if (E.isLeft(outcome) || outcome.right.length === 0) return
        const stored = outcome.right.map((event) => throughStorage(slice, event))
        const id = commandId ?? `${stream}.${known.length}`
        done.add(id)
        write(moment, { stream, commandId: id, command: digestOrZeros(command), readSet }, stored)
      },
    }
  }

  const state: MemoryLog['state'] = (slice, stream) => load(streamRead(stream, sliceDecider(slice).fold))
  return { read, past, written, state, decide: decideNow }
}
