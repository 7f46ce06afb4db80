import { setTimeout as pause } from 'node:timers/promises'
import * as E from 'fp-ts/lib/Either.js'
import type { StoreError } from '@zhiyuan/runtime'
import { classifyError } from './store-failure.ts'

const longestPauseMs = 5

/** Runs work as soon as other processes' locks allow it, and waits at most so long. The event loop goes on meanwhile. */
export const retryPatiently =
  (patienceMs: number) =>
  async <A>(work: () => A): Promise<E.Either<StoreError, A>> => {
    const begun = performance.now()
    for (let pauseMs = 1; ; pauseMs = Math.min(pauseMs * 2, longestPauseMs)) {
      const answer = E.tryCatch(work, classifyError)
      if (E.isRight(answer) || answer.left.type !== 'StoreBusy') return answer
      const waitedMs = Math.round(performance.now() - begun)
      if (waitedMs >= patienceMs) return E.left({ ...answer.left, waitedMs })
      await pause(pauseMs)
    }
  }

export type Patiently = ReturnType<typeof retryPatiently>
