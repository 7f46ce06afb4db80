import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Digests } from '@zhiyuan/ledger'
import type { Instant } from '@zhiyuan/kernel'
import type { Place } from './stores.ts'

/** What a second process made of the log. */
export interface Replayed {
  readonly digests: Digests
  readonly peakMemoryMB: number
}

/** Folds the whole log anew, from the store alone, in a process that knows nothing of this one. */
export const replayInOwnProcess = ({ store, name }: Place, log: string, now: Instant): Promise<Replayed> =>
  new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(new URL('replay.child.ts', import.meta.url)), [store, name, log, now])
    let replayed: Replayed | null = null
    child.on('message', (message) => {
      replayed = message as Replayed
    })
    child.on('error', reject)
    child.on('exit', (code) => {
      if (replayed === null) reject(new Error(`the replay ended with ${code} and no digests`))
      else resolve(replayed)
    })
  })
