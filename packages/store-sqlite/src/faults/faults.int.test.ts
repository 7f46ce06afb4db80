import { expect, it } from 'vitest'
import { hasStrace } from '../crash/record.fixture.ts'
import { disturb, type Disturbance } from './disturb.fixture.ts'

/** The same work each time; `SEED=…` chooses another. */
const seed = Number(process.env['SEED'] ?? 5)

/** One place of each kind; the long test tries all. */
const places: ReadonlyArray<Omit<Disturbance, 'seed'>> = [
  { call: 'fsync', error: 'EIO', when: '1' },
  { call: 'fsync', error: 'EIO', when: '17', images: 20 },
  { call: 'pwrite64', error: 'ENOSPC', when: '5' },
  { call: 'pwrite64', error: 'ENOSPC', when: '60+' },
  { call: 'pwrite64', error: 'EIO', when: '75' },
  { call: 'ftruncate', error: 'EIO', when: '2' },
  { call: 'openat', error: 'EIO', when: '17' },
]

it.skipIf(!hasStrace).each(places)(
  'a medium that fails ($call, $error, call $when) is answered with a typed error; the store goes on, and the file has what it acknowledged (needs strace)',
  async (place) => {
    const { hits, refusals, wrong } = await disturb({ ...place, seed })
    console.log(
      `${place.call} ${place.error}, SEED=${seed}: ${hits} hits, ${refusals.length} refusals, ${wrong.length} wrong`,
    )
    expect(wrong).toEqual([])
    expect(hits).toBeGreaterThan(0)
    expect(refusals.length).toBeGreaterThan(0)
  },
  60_000,
)
