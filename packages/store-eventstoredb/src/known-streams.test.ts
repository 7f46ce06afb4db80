import { describe, expect, it } from 'vitest'
import type { EventId, StreamName } from '@zhiyuan/kernel'
import type { ServerEvent } from './client.ts'
import { knownStreams } from './known-streams.ts'
import { streamNames } from './names.ts'
import { deadline } from './patience.ts'
import type { Server } from './server.ts'

const storedEvent = (stream: string, version: number): ServerEvent => ({
  streamId: `p:${stream}`,
  revision: BigInt(version),
  type: 'Happened',
  data: {},
  metadata: { id: `${stream}.${version}` },
})

/** A server that has only streams of so many events. */
const fakeServer = (lengths: Readonly<Record<string, number>>, reads: string[] = []): Server => {
  const refused = () => Promise.reject(new Error('not asked for here'))
  return {
    names: streamNames('p'),
    append: refused,
    follow: () => expect.unreachable(),
    all: refused,
    settings: (settings) => {
      reads.push(settings)
      return Promise.resolve(null)
    },
    stream: (stream, from, count) => {
      const length = Math.max(0, Math.min(count, (lengths[stream] ?? 0) - from))
      return Promise.resolve(Array.from({ length }, (_, index) => storedEvent(stream, from + index)))
    },
  }
}

const nearDeadline = () => deadline(60_000)
const streamName = (name: string) => name as StreamName

describe('what a process knows of streams', () => {
  it('is read to the end, also of one that holds more ids than are kept of all together', async () => {
    const streams = knownStreams(fakeServer({ 'toy-a': 250_300 }))
    const known = await streams.catchUp(streamName('toy-a'), nearDeadline())
    expect([known.head, known.versions.size]).toEqual([250_299, 250_300])
    expect(known.versions.get('toy-a.0' as EventId)).toBe(0)
  })

  it('is complete for its caller, also when other calls make it be forgotten meanwhile', async () => {
    const streams = knownStreams(fakeServer({ 'toy-a': 1200, 'toy-b': 150_000, 'toy-c': 150_000 }))
    const all = await Promise.all(
      ['toy-a', 'toy-b', 'toy-c'].map((name) => streams.catchUp(streamName(name), nearDeadline())),
    )
    expect(all.map(({ head, versions }) => [head, versions.size])).toEqual([
      [1199, 1200],
      [149_999, 150_000],
      [149_999, 150_000],
    ])
  })

  it('is forgotten oldest first, streams without events too: settings are then looked at again', async () => {
    const reads: string[] = []
    const streams = knownStreams(fakeServer({}, reads))
    await streams.findStream(streamName('toy-first'), nearDeadline())
    await streams.findStream(streamName('toy-first'), nearDeadline())
    expect(reads).toEqual(['$$p:toy-first'])
    for (let n = 0; n < 45_000; n++) await streams.findStream(streamName(`toy-${n}`), nearDeadline())
    await streams.findStream(streamName('toy-44999'), nearDeadline())
    await streams.findStream(streamName('toy-first'), nearDeadline())
    expect(reads.slice(-2)).toEqual(['$$p:toy-44999', '$$p:toy-first'])
  })
})
