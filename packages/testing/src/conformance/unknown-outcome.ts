import * as E from 'fp-ts/lib/Either.js'
import { expect } from 'vitest'
import type { EventStore } from '@zhiyuan/runtime'
import { cases } from './case.ts'
import { append, readEverything, listIds, leftAnswer, fixtureEvent } from './fixture.ts'

/** The same store over a connection that breaks after its first append was written. */
export const dropAnswers = (store: EventStore): EventStore => {
  let isBroken = true
  return {
    ...store,
    append: (stream, expected, events) => async () => {
      const answer = await store.append(stream, expected, events)()
      if (!isBroken) return answer
      isBroken = false
      return E.left({ type: 'UnknownOutcome', cause: 'the line went dead' })
    },
  }
}

/** How a caller recovers who was not told whether its events were written. */
export const unknownOutcomeCases = cases<EventStore>({
  'after an unknown outcome the same events again tell the outcome, also after writes of others': async (store) => {
    const both = [fixtureEvent('a', 0, { n: 1 }), fixtureEvent('a', 1)] as const
    expect(await append(dropAnswers(store), ...both)).toMatchObject(leftAnswer({ type: 'UnknownOutcome' }))
    await append(store, fixtureEvent('b', 0))
    await append(store, fixtureEvent('a', 2))
    const position = (await readEverything(store))[1]?.position
    expect(await append(store, ...both)).toEqual({ _tag: 'Right', right: { version: 1, position } })
    expect(listIds(await readEverything(store))).toEqual(['a.0', 'a.1', 'b.0', 'a.2'])
  },
})
