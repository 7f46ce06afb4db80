import {
  streamRead,
  type AnyCodec,
  type Decider,
  type Jurisdiction,
  type StreamName,
  type StreamRead,
  type Typed,
} from '@zhiyuan/kernel'
import type { AnySlice } from '../wiring.ts'
import { membersByType } from './members.ts'

/** A slice's decider without its types: the registry hands it only commands and events that its own codecs accepted. */
export type ServedDecider = Decider<Typed, unknown, Typed, Typed>

/** One slice, ready to be served. */
export interface Served {
  readonly name: string
  readonly command: AnyCodec
  readonly decider: ServedDecider
  readonly stream: (command: Typed, jurisdiction: Jurisdiction) => StreamName
  readonly ownState: (stream: StreamName) => StreamRead<unknown>
}

/** Finds the slice that answers a command, and the codec of an event of a stream. */
export interface Registry {
  readonly serving: (commandType: string) => Served | undefined
  readonly eventCodec: (stream: StreamName, eventType: string) => AnyCodec | undefined
}

const serveCommands = (slice: AnySlice): Served => {
  const decider = slice.decider as ServedDecider
  return {
    name: slice.name,
    command: slice.command,
    decider,
    stream: decider.stream,
    ownState: (stream) => streamRead(stream, decider.fold),
  }
}

/** The codec of one type of event, for streams of that name prefix. */
interface KnownCodec {
  readonly prefix: string
  readonly codec: AnyCodec
}

/** Throws where two slices claim one name or one type of command: the wiring is wrong. */
export const buildRegistry = (slices: ReadonlyArray<AnySlice>): Registry => {
  const commands = new Map<string, Served>()
  const events = new Map<string, KnownCodec[]>()
  const names = new Set<string>()
  for (const slice of slices) {
    if (names.has(slice.name)) throw new Error(`two slices are called ${slice.name}`)
    names.add(slice.name)
    const one = serveCommands(slice)
    for (const type of Object.keys(membersByType(slice.command))) {
      if (commands.has(type)) throw new Error(`two slices serve ${type}`)
      commands.set(type, one)
    }
    for (const [type, codec] of Object.entries(membersByType(slice.event))) {
      events.set(type, [...(events.get(type) ?? []), { prefix: `${slice.name}-`, codec }])
    }
  }
  return {
    serving: (type) => commands.get(type),
    eventCodec: (stream, type) => events.get(type)?.find(({ prefix }) => stream.startsWith(prefix))?.codec,
  }
}
