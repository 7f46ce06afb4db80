import { setTimeout as pause } from 'node:timers/promises'
import * as E from 'fp-ts/lib/Either.js'
import type { StoreError } from '@zhiyuan/runtime'
import { describeCause, classifyLasting } from './failure.ts'

const longestPauseMs = 400

/** Half of the time to a moment that nobody else has chosen, so that not all come back at once. */
export const jitter = (ms: number): number => ms * (0.5 + Math.random() / 2)

/** Pauses that grow, from one try to the next. */
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

/** What is left until then, in milliseconds; none is a failure that may pass, for whoever has a later moment. */
const leftUntil = (until: number): number => {
  const left = until - performance.now()
  if (left <= 0) throw new Silence('no time was left')
  return Math.min(left, longestTimer)
}

const silence = (ms: number): Silence => new Silence(`no answer within ${Math.round(ms)} ms`)

/** One answer until then, or a failure that may pass: the client's own time limit cannot be relied on. */
export const withinPatience = async <A>(until: number, ask: () => Promise<A>): Promise<A> => {
  const ms = leftUntil(until)
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(silence(ms)), ms)
    ask()
      .then(resolve, reject)
      .finally(() => clearTimeout(timer))
  })
}

/** All of it, however long it takes, or a failure that may pass when nothing comes for as long as is left at first. */
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

/** Tries until it is done, fails for good, or patience ends; each try is told when that is. */
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
      // That the last of several tries had no time left says nothing.
      if (cause === '' || !(why instanceof Silence)) cause = describeCause(why)
      const waitedMs = Math.round(performance.now() - begun)
      if (waitedMs >= patienceMs) return E.left({ type: 'StoreBusy', waitedMs, cause })
    }
    await next()
  }
}
