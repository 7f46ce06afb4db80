import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { replay, type Replayed } from '@zhiyuan/ledger'
import type { Instant } from '@zhiyuan/kernel'
import { manualClock, seededRandomness } from '@zhiyuan/runtime'
import { memoryProjectionStore } from '@zhiyuan/store-memory'
import type { Place, Stores } from './stores.ts'

/** The result of the replay, and the peak memory of its process. */
export interface Again {
  readonly replayed: Replayed
  readonly peakMemoryMB: number
}

/** Folds the whole log anew, from the events alone. */
export const replayStores = async (stores: Stores, log: string, now: Instant): Promise<Again> => {
  const fresh = { projections: memoryProjectionStore(), clock: manualClock(now), random: seededRandomness('replay') }
  const replayed = await replay({ ports: { ...stores, ...fresh }, log })
  return { replayed, peakMemoryMB: Math.round(process.resourceUsage().maxRSS / 1024) }
}

/** The same in a process that knows nothing of this one. */
export const replayInOwnProcess = ({ store, name }: Place, log: string, now: Instant): Promise<Again> =>
  new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(new URL('replay.child.ts', import.meta.url)), [store, name, log, now])
    let again: Again | null = null
    child.on('message', (message) => {
      again = message as Again
    })
    child.on('error', reject)
    child.on('exit', (code) => {
      if (again === null) reject(new Error(`the replay ended with ${code} and no digests`))
      else resolve(again)
    })
  })
