/** The county in which histories are played: real slices and processes, and commands that are written later than they were decided. */
import type { PersonId, Plain, Process, StreamName, Typed } from '@zhiyuan/kernel'
import { startLoop, type Loop, type PlainActor, type Said } from '@zhiyuan/testing'
import { scene, world } from '../../fixtures/world.ts'
import type { LedgerEvent } from '../../ledger.ts'
import { record, type RecordCommand, type RecordState, type ServiceRecord } from '../../slices/hours/record/index.ts'
import { orderO1 } from '../../slices/hours/record/record.fixture.ts'
import { humans, type Humans, type HumansCommand } from '../../slices/people/humans/index.ts'
import type { points, PointsCommand } from '../../slices/recognition/points/index.ts'
import type { creditPoints } from '../recognition/credit-points.ts'
import { instant } from './one-human.translation.fixture.ts'
import { recheckOverlaps, type MergedRow } from './recheck-overlaps.ts'

/** What people send in this county. */
export type Command = RecordCommand | HumansCommand | PointsCommand

/** The registrations that have records here. */
export const registrations = ['a', 'b', 'c', 'e'] as const as unknown as ReadonlyArray<PersonId>

/** The parts of a county: the real slice and process, or ones with a planted fault. */
export interface Parts {
  readonly records: typeof record
  readonly process: Process<MergedRow, LedgerEvent, Typed>
  readonly past: Readonly<Record<`${string}-${string}`, ReadonlyArray<Typed>>>
  /** Slices and processes that depend on records, where a law is about them. */
  readonly beside: {
    readonly slices: ReadonlyArray<typeof points>
    readonly processes: ReadonlyArray<typeof creditPoints>
  }
}
export const real: Parts = {
  records: record,
  process: recheckOverlaps,
  past: {},
  beside: { slices: [], processes: [] },
}

/** The instant of a step: a day after the records, one minute a step. */
export const stepInstant = (step: number) => instant(60 * 24 + step)

/** A county with the streams whose late command is not written yet. */
export interface County {
  readonly loop: Loop<Command>
  readonly humans: () => Humans
  readonly readRecords: (person: PersonId) => RecordState
  readonly listRecords: () => ReadonlyArray<ServiceRecord>
  /** The streams that wait for a late command. */
  readonly lateStreams: () => ReadonlyArray<string>
  /** Writes the late command of a stream, if it has one. */
  readonly writeLate: (stream: string) => void
  /** A person's command on a stream, after the late command of that stream. */
  readonly say: (stream: StreamName, actor: PlainActor, command: Plain<Command>) => Said
  /** The same, or decided now and written later. */
  readonly send: (stream: StreamName, isLate: boolean, actor: PlainActor, command: Plain<Command>) => void
  /** Sends the process command that waits at an index, or decides it now and writes it later. */
  readonly deliver: (index: number, isLate: boolean) => void
}

export const openCounty = ({ records: slice, process, past, beside }: Parts): County => {
  const loop: Loop<Command> = startLoop({
    slices: [slice, humans, ...beside.slices],
    processes: [process, ...beside.processes],
    world: { ...world, ...orderO1, ...past },
    scene: { ...scene, now: stepInstant(0) },
  })
  const late = new Map<string, () => void>()
  const readRecords = (person: PersonId): RecordState => loop.state(slice, `record-${person}`) as RecordState
  const writeLate = (stream: string): void => {
    late.get(stream)?.()
    late.delete(stream)
  }
  return {
    loop,
    humans: () => loop.state(humans, 'humans-131081') as Humans,
    readRecords,
    listRecords: () => registrations.flatMap((one) => [...readRecords(one).records.values()]),
    lateStreams: () => [...late.keys()],
    writeLate,
    say: (stream, actor, command) => {
      writeLate(stream)
      return loop.send(actor, command)
    },
    send: (stream, isLate, actor, command) => {
      writeLate(stream)
      if (isLate) late.set(stream, loop.sendLate(actor, command))
      else loop.send(actor, command)
    },
    deliver: (index, isLate) => {
      const processCommand = loop.waiting()[index]
      if (processCommand === undefined) return
      const { type, volunteer } = processCommand.command as Typed & { readonly volunteer: string }
      const stream = `${type.endsWith('Points') ? 'points' : 'record'}-${volunteer}`
      writeLate(stream)
      if (isLate) late.set(stream, loop.deliverLate(index))
      else loop.deliver(index)
    },
  }
}
