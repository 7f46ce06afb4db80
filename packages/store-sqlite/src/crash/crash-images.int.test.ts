import { describe, expect, it } from 'vitest'
import { seedOfRun } from '@zhiyuan/testing'
import { crash, printLosses } from './crash.fixture.ts'
import { keptTrace } from './trace.fixture.ts'

const seed = seedOfRun()

/** `RECORD=yes` in the long test records them anew. */
const readTrace = (name: 'full' | 'normal') => keptTrace(new URL(`./${name}.trace.gz`, import.meta.url))

describe('when the power fails anywhere in a recorded run', () => {
  it('nothing acknowledged is lost and nothing is half seen', async () => {
    const losses = await crash(readTrace('full'), 200, seed)
    console.log(`recorded FULL, SEED=${seed}: ${printLosses(losses)}`)
    expect(losses).toMatchObject({ images: 200, losing: 0, lost: [], wrong: [] })
    expect(losses.different).toBeGreaterThan(100)
  }, 60_000)

  it('and commits are not durable (synchronous=NORMAL), the losses are seen', async () => {
    const losses = await crash(readTrace('normal'), 60, seed)
    console.log(`recorded NORMAL, SEED=${seed}: ${printLosses(losses)}`)
    expect(losses).toMatchObject({ images: 60, wrong: [] })
    expect(losses.losing).toBeGreaterThan(10)
  }, 60_000)
})
