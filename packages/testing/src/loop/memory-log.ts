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
  /** Decides a command on what is written now. */
  readonly decide: (command: Typed, sender: Sender, now: Instant) => Decided
}

type AnyDecider = Decider<Typed, unknown, Typed, Typed>
export const sliceDecider = (slice: AnySlice): AnyDecider => slice.decider as unknown as AnyDecider

interface Place {
  readonly stream: StreamName
  readonly version: number
  /** The version of the first event of the same command: the command's id is made of it. */
  readonly first: number
  readonly command: CommandDigest
}

const envelop = (
  { log, jurisdiction, now, occurredAt, actor }: Moment,
  { stream, version, first, command }: Place,
  data: Typed,
): Envelope<Typed> => {
  const commandId = `${stream}.${first}`
  const header = { id: `${stream}.${version}`, log, jurisdiction, stream, version, type: data.type, schema: 1 }
  const causationId = actor.type === 'process' ? actor.cause : null
  const moment = { occurredAt, recordedAt: now, actor, commandId, correlationId: commandId, causationId }
  return { ...header, ...moment, command, readSet: [], rules: 1, traceparent: null, data } as unknown as Envelope<Typed>
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
      envelop(moment, { stream, version, first: version, command: digestOrZeros(null) }, event),
    ),
  )
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
  const load: Load = ({ stream, initial, resume }) =>
    resume(
      initial,
      read(stream),
      read(stream).flatMap((event) => actors.get(event) ?? []),
    )

  const decideNow: MemoryLog['decide'] = (said, sender, now) => {
    const slice = findSlice(slices, said)
    const command = decodeOrThrow(slice.command as AnyCodec & Codec<Typed>, said, { name: 'a command', at: '$' })
    const moment = readMoment({ jurisdiction: scene.jurisdiction, now, ...sender })
    const decider = sliceDecider(slice)
    const stream = decider.stream(command, moment.jurisdiction)
    const known = read(stream)
    const state = known.reduce(decider.fold.evolve, decider.fold.initial)
    const outcome = decideCommand(decider, load)(state, command, moment)
    return {
      outcome,
      write: () => {
        if (read(stream).length !== known.length) throw new Error(`${stream} was written to in between`)
        if (E.isLeft(outcome)) return
        const stored = outcome.right.map((event) => throughStorage(slice, event))
        write(moment, { stream, first: known.length, command: digestOrZeros(command) }, stored)
      },
    }
  }

  return { read, past, written, decide: decideNow }
}
