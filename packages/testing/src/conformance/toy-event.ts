import type { Envelope, EventId, StreamName, StreamVersion } from '@zhiyuan/kernel'

export type ToyEvent = Envelope<unknown>

/** An event that something happened in a toy stream: `toyEvent('a', 0)` is the first of `toy-a`, with the id `a.0`. */
export const toyEvent = (name: string, version: number, data: unknown = {}, id = `${name}.${version}`): ToyEvent =>
  ({
    id,
    log: 'toy',
    jurisdiction: '131081',
    stream: `toy-${name}`,
    version,
    type: 'Happened',
    schema: 1,
    occurredAt: '2020-04-20T12:00:00.000Z',
    recordedAt: '2020-04-20T12:00:00.000Z',
    actor: { type: 'person', person: 'ada', role: 'keeper', unit: 'yard' },
    commandId: id,
    correlationId: id,
    causationId: null,
    relied: [],
    data,
  }) as unknown as ToyEvent

/** So many events of one toy stream, from a version on. */
export const toyEvents = (name: string, from: number, count: number): ReadonlyArray<ToyEvent> =>
  Array.from({ length: count }, (_, index) => toyEvent(name, from + index))

export const versionOf = (version: number): StreamVersion => version as StreamVersion
export const streamOf = (name: string): StreamName => `toy-${name}` as StreamName
export const idOf = (id: string): EventId => id as EventId
