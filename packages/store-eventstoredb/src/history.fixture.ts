/** Several processes use one server: their answers, and the log at the end. */
import { readFinalLog, runCrew, seededChance } from '@zhiyuan/testing/history'
import type { Faults, Wire } from '@zhiyuan/eventstoredb-wire'
import { openTestLog, ownPrefix } from './place.fixture.ts'

export const eightOnOneServer = async (url: string, operations: number, seed: number, patienceMs = 60_000) => {
  const script = new URL('./history-process.fixture.ts', import.meta.url)
  const prefix = ownPrefix()
  const args = [url, prefix, String(patienceMs)]
  const history = await runCrew({ script, args, processes: 8, operations, seed })
  const events = await openTestLog(url, { prefix, patienceMs: 30_000 })
  const final = await readFinalLog(events)
  await events.close()
  return { history, final }
}

type Trouble = (faults: Faults) => void

const troubles: ReadonlyArray<Trouble> = [
  (faults) => faults.next('append', { type: 'killed' }),
  (faults) => faults.next('append', { type: 'killed', stored: true }),
  (faults) => faults.next('append', { type: 'timeout' }),
  (faults) => faults.next('append', { type: 'timeout', stored: true }),
  (faults) => faults.next('append', { type: 'silent' }),
  (faults) => faults.next('append', { type: 'silent', stored: true }),
  (faults) => faults.next('append', { type: 'lateReply', ms: 300 }),
  (faults) => faults.next('append', { type: 'slow', ms: 50 }),
  (faults) => faults.next('append', { type: 'unavailable' }),
  (faults) => faults.next('append', { type: 'notLeader' }),
  (faults) => faults.next('read', { type: 'killed', after: 1 }),
  (faults) => faults.next('read', { type: 'silent', after: 1 }),
  (faults) => faults.next('read', { type: 'unavailable' }),
  (faults) => faults.next('read', { type: 'lateReply', ms: 300 }),
  (faults) => faults.kill(),
]

/** Plants a random fault every few milliseconds until it is ended; counts the faults. */
export const causeTrouble = ({ faults }: Pick<Wire, 'faults'>, seed: number) => {
  const chance = seededChance(seed)
  let count = 0
  const timer = setInterval(() => {
    // Removes a planted fault that no call has met, so that it does not hit a later call.
    faults.clear()
    troubles[chance(troubles.length)]?.(faults)
    count++
  }, 40)
  return (): number => {
    clearInterval(timer)
    faults.clear()
    return count
  }
}
