import { setTimeout as pause } from 'node:timers/promises'
import * as E from 'fp-ts/lib/Either.js'
import type { StoreError } from '@zhiyuan/runtime'
import { describeCause, classifyLasting } from './failure.ts'

const longestPauseMs = 400

/** A random pause between half of the time and all of it, so that not all callers retry at once. */
export const jitter = (ms: number): number => ms * (0.5 + Math.random() / 2)

/** Pauses that grow from one try to the next. */
const growingPauses = () => {
  let ms = 5
  return async (): Promise<void> => {
    await pause(jitter(ms))
    ms = Math.min(ms * 2, longestPauseMs)
  }
}

class Silence extends Error {
  override readonly name = 'Silence'
}

/** The longest that a timer can wait for. */
const longestTimer = 2 ** 31 - 1

/** The moment when patience ends, on the clock of `performance.now()`. */
export const deadline = (patienceMs: number): number => performance.now() + patienceMs

/** Milliseconds left until a deadline. Throws when there are none: a caller with a later deadline may retry. */
const leftUntil = (until: number): number => {
  const left = until - performance.now()
  if (left <= 0) throw new Silence('no time was left')
  return Math.min(left, longestTimer)
}

const silence = (ms: number): Silence => new Silence(`no answer within ${Math.round(ms)} ms`)

/** Waits for one answer until a deadline, then fails in a way that may be retried. The client's own time limit cannot be relied on. */
export const withinPatience = async <A>(until: number, ask: () => Promise<A>): Promise<A> => {
  const ms = leftUntil(until)
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(silence(ms)), ms)
    ask()
      .then(resolve, reject)
      .finally(() => clearTimeout(timer))
  })
}

/** Collects the whole source, however long it takes. Fails, in a way that may be retried, when no item comes for as long as was left at the start. */
export const collectWhile = async <A>(until: number, source: AsyncIterable<A>): Promise<ReadonlyArray<A>> => {
  const ms = leftUntil(until)
  return new Promise((resolve, reject) => {
    let last = performance.now()
    const look = (): void => {
      const left = ms - (performance.now() - last)
      if (left <= 0) reject(silence(ms))
      else timer = setTimeout(look, left)
    }
    let timer = setTimeout(look, ms)
    const take = async (): Promise<ReadonlyArray<A>> => {
      const all: A[] = []
      for await (const one of source) {
        all.push(one)
        last = performance.now()
      }
      return all
    }
    take()
      .then(resolve, reject)
      .finally(() => clearTimeout(timer))
  })
}

/** Retries until an attempt succeeds, fails for good, or patience ends; each attempt gets the deadline. */
export const retryPatiently = async <A>(
  patienceMs: number,
  attempt: (until: number) => Promise<A>,
): Promise<E.Either<StoreError, A>> => {
  const begun = performance.now()
  const next = growingPauses()
  let cause = ''
  for (;;) {
    try {
      return E.right(await attempt(begun + patienceMs))
    } catch (why) {
      const error = classifyLasting(why)
      if (error !== null) return E.left(error)
      // The last attempt may only report that no time was left, so the cause of the attempt before it is kept.
      if (cause === '' || !(why instanceof Silence)) cause = describeCause(why)
      const waitedMs = Math.round(performance.now() - begun)
      if (waitedMs >= patienceMs) return E.left({ type: 'StoreBusy', waitedMs, cause })
    }
    await next()
  }
}
