/** The pages for those who contribute are followed in a copy of the sources. */
import { readFileSync, rmSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { copyRepository } from '../plant/copy.ts'
import { follow } from './follow.ts'
import { readSteps, type Step } from './page.ts'

const patience = 600_000

type Steps = ReadonlyArray<Step>

const followAfresh = async (steps: Steps): Promise<void> => {
  const folder = copyRepository()
  try {
    await follow(steps, { folder, paths: 'kept' })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** As if the sources had changed since the patch was made. */
const spoilPatch = (steps: Steps, at: number): Steps =>
  steps.map((step, index) => (index === at ? { ...step, text: step.text.replaceAll(/^ /gm, ' other ') } : step))

const leaveOut = (steps: Steps, at: number): Steps => steps.toSpliced(at, 1)

/** That a page goes as it says, and does not where it is spoilt; `quick`, where what its first patch does is seen soon. */
export const followInCopies = (name: string, pace: 'quick' | 'slow'): void => {
  describe(`how to: ${name}`, () => {
    const steps = readSteps(readFileSync(`docs/how-to/${name}.md`, 'utf8'))
    const firstPatch = steps.findIndex((step) => step.do === 'patch')

    it('goes as the page says', () => followAfresh(steps), patience)

    it('does not where its first patch is for other sources', async () => {
      await expect(followAfresh(spoilPatch(steps, firstPatch))).rejects.toThrow('a patch does not apply')
    }, 60_000)

    it.runIf(pace === 'quick')(
      'does not where its first patch is left out',
      async () => {
        await expect(followAfresh(leaveOut(steps, firstPatch))).rejects.toThrow()
      },
      patience,
    )
  })
}
