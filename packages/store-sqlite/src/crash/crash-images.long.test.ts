import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { seedOfRun } from '@zhiyuan/testing'
import { crash, printLosses } from './crash.fixture.ts'
import { hasStrace, record, type Recording } from './record.fixture.ts'
import { keepTrace } from './trace.fixture.ts'

const seed = seedOfRun()

const recordedOps = (recording: Recording) =>
  record(recording, ({ ops, code, complaints }) => {
    expect({ code, complaints }).toEqual({ code: 0, complaints: '' })
    return Promise.resolve(ops)
  })

const runs = 10
const imagesOfRun = 1200

describe('when the power fails anywhere in a run (needs strace)', () => {
  it.skipIf(!hasStrace)(
    'nothing acknowledged is lost and nothing is half seen, in more than 5,000 different images',
    async () => {
      let different = 0
      for (let run = 0; run < runs; run++) {
        const ops = await recordedOps({ synchronous: 'FULL', seed: seed + run, steps: 16 + 4 * run })
        const losses = await crash(ops, imagesOfRun, seed + run)
        console.log(`FULL, SEED=${seed}, run ${run}, ${ops.length} operations: ${printLosses(losses)}`)
        expect(losses).toMatchObject({ losing: 0, lost: [], wrong: [] })
        different += losses.different
      }
      console.log(`FULL, SEED=${seed}: ${runs * imagesOfRun} images, ${different} different, nothing lost`)
      expect(different).toBeGreaterThan(5000)
    },
    900_000,
  )

  it.skipIf(!hasStrace)(
    'and commits are not durable (synchronous=NORMAL), the losses are seen',
    async () => {
      const ops = await recordedOps({ synchronous: 'NORMAL', seed, steps: 40 })
      const losses = await crash(ops, 500, seed)
      console.log(`NORMAL, SEED=${seed}, ${ops.length} operations: ${printLosses(losses)}`)
      expect(losses.wrong).toEqual([])
      expect(losses.losing).toBeGreaterThan(100)
    },
    300_000,
  )
})

if (process.env['RECORD'] === 'yes') {
  it('the recorded runs are made anew', async () => {
    for (const synchronous of ['FULL', 'NORMAL'] as const) {
      const ops = await recordedOps({ synchronous, seed: 1, steps: 18 })
      keepTrace(fileURLToPath(new URL(`./${synchronous.toLowerCase()}.trace.gz`, import.meta.url)), ops)
    }
  })
}
