import { describe, expect, it } from 'vitest'
import { seedOfRun } from '@zhiyuan/testing'
import { hasStrace } from '../crash/record.fixture.ts'
import { disturb, type Disturbance, type Disturbed } from './disturb.fixture.ts'

const seed = seedOfRun()

/** Runs at the same time. */
const atOnce = 2

/** Makes the first call fail, then the second, and so on, until the run has no further call. */
const everywhere = async (fault: Pick<Disturbance, 'call' | 'error' | 'images'>, each: number, ending: '' | '+') => {
  const all: Disturbed[] = []
  // The first file that the run opens is the one for its own printed lines.
  for (let first = fault.call === 'openat' ? 2 : 1; ; first += atOnce * each) {
    const numbers = Array.from({ length: atOnce }, (_, n) => first + n * each)
    const runs = await Promise.all(numbers.map((n) => disturb({ ...fault, when: `${n}${ending}`, seed })))
    all.push(...runs.filter(({ hits }) => hits > 0))
    if (runs.some(({ hits }) => hits === 0)) return all
  }
}

const printRefusals = (runs: ReadonlyArray<Disturbed>): string => {
  const types = runs.flatMap(({ refusals }) => refusals.map((line) => line.slice(line.lastIndexOf(' ') + 1)))
  const counts = [...new Set(types)].toSorted().map((type) => `${type} ${types.filter((one) => one === type).length}`)
  return `${runs.length} places, ${runs.flatMap(({ wrong }) => wrong).length} wrong; ${counts.join(', ')}`
}

const faults = (['ENOSPC', 'EIO'] as const).flatMap((error) =>
  ['pwrite64', 'fsync', 'fdatasync', 'ftruncate', 'unlink', 'openat'].map((call) => ({ call, error })),
)

describe('a medium that fails is answered with typed errors, and nothing acknowledged is lost (needs strace)', () => {
  it.skipIf(!hasStrace).each(faults)(
    'at every single $call with $error: the store goes on',
    async (fault) => {
      const runs = await everywhere({ ...fault, images: fault.call === 'fsync' ? 30 : 0 }, 1, '')
      console.log(`${fault.call} ${fault.error}, SEED=${seed}: ${printRefusals(runs)}`)
      expect(runs.flatMap(({ wrong }) => wrong)).toEqual([])
      // SQLite calls either fsync or fdatasync, depending on its build.
      if (fault.call !== 'fdatasync') expect(runs.length).toBeGreaterThan(0)
    },
    900_000,
  )

  it.skipIf(!hasStrace).each(faults)(
    'from some $call on with $error: a later opening finds the file sound',
    async (fault) => {
      const runs = await everywhere(fault, 7, '+')
      console.log(`${fault.call} ${fault.error} for ever, SEED=${seed}: ${printRefusals(runs)}`)
      expect(runs.flatMap(({ wrong }) => wrong)).toEqual([])
    },
    900_000,
  )
})
