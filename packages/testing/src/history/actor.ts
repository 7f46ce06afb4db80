import * as E from 'fp-ts/lib/Either.js'
import type { StreamName, StreamVersion } from '@zhiyuan/kernel'
import type { EventStore, Expected, GlobalPosition } from '@zhiyuan/runtime'
import { streamName, fixtureEvent, streamVersion, type FixtureEvent } from '../conformance/fixture-event.ts'
import { seededChance, type Chance } from './chance.ts'
import type { Entry } from './history.ts'
import { witness } from './witness.ts'

/** The work of one actor: so many random operations from a seed. */
export interface Role {
  readonly name: string
  readonly seed: number
  readonly operations: number
}

const streams = 16
const mostInPage = 20

interface Sent {
  readonly expected: Expected
  readonly events: readonly [FixtureEvent, ...ReadonlyArray<FixtureEvent>]
}

/** An actor's knowledge of each stream: the version that it last heard of. Some of its appends are right, others conflict with other actors'. */
const trackBeliefs = () => {
  const heads = new Map<string, number>()
  let latest = '0'
  const learn = (stream: StreamName, head: number): void => {
    latest = stream.slice('toy-'.length)
    heads.set(latest, head)
  }
  return {
    of: (name: string): number => heads.get(name) ?? -1,
    /** The stream that it heard of last. */
    latest: () => latest,
    learn,
  }
}

interface Means {
  readonly name: string
  readonly chance: Chance
  readonly believed: ReturnType<typeof trackBeliefs>
  readonly asking: ReturnType<typeof witness>
}

const writeActions = ({ name, chance, believed, asking }: Means) => {
  const sent: Sent[] = []
  const send = async ({ expected, events }: Sent): Promise<void> => {
    const { stream } = events[0]
    const answer = await asking.append(stream, expected, events)
    if (E.isRight(answer)) believed.learn(stream, answer.right.version)
    else if (answer.left.type === 'VersionConflict') believed.learn(stream, answer.left.actual ?? -1)
  }
  const append = (n: number): Promise<void> => {
    const stream = chance(2) === 0 ? believed.latest() : String(chance(streams))
    const head = believed.of(stream)
    const event = (index: number) => fixtureEvent(stream, head + 1 + index, { n }, `${name}.${n}.${index}`)
    const wish: Sent = {
      expected: head < 0 ? 'no-stream' : streamVersion(head),
      events: chance(2) === 0 ? [event(0)] : [event(0), event(1)],
    }
    sent.push(wish)
    return send(wish)
  }
  const repeat = (n: number): Promise<void> => {
    const before = sent[chance(sent.length)]
    return before === undefined ? append(n) : send(before)
  }
  return { append, repeat }
}

const readActions = ({ chance, believed, asking }: Means) => {
  let after: GlobalPosition | null = null
  return {
    readStream: async (): Promise<void> => {
      const stream = String(chance(streams))
      const from = Math.max(0, believed.of(stream) - chance(mostInPage)) as StreamVersion
      const page = await asking.readStream(streamName(stream), from, mostInPage)
      const last = E.isRight(page) ? page.right.events.at(-1)?.event : undefined
      if (last !== undefined) believed.learn(last.stream, last.version)
    },
    /** Follows the log from where it was before. */
    readAll: async (): Promise<void> => {
      const page = await asking.readAll(after, mostInPage)
      if (E.isRight(page)) after = page.right.events.at(-1)?.position ?? after
    },
  }
}

/** Appends, repeats and reads at random, one after the other, and reports every answer. */
export const act = async (store: EventStore, { name, seed, operations }: Role, tell: (entry: Entry) => void) => {
  const means = { name, chance: seededChance(seed), believed: trackBeliefs(), asking: witness(store, name, tell) }
  const { append, repeat } = writeActions(means)
  const { readStream, readAll } = readActions(means)
  for (let n = 0; n < operations; n++) {
    const kind = means.chance(10)
    if (kind < 5) await append(n)
    else if (kind < 6) await repeat(n)
    else if (kind < 8) await readStream()
    else await readAll()
  }
}
