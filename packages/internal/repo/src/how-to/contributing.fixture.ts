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

const readPage = (name: string): Steps => readSteps(readFileSync(`docs/how-to/${name}.md`, 'utf8'))
const findPatch = (steps: Steps): number => steps.findIndex((step) => step.do === 'patch')

/** As if the sources had changed since the patch was made. */
const spoilPatch = (steps: Steps, at: number): Steps =>
  steps.map((step, index) => (index === at ? { ...step, text: step.text.replaceAll(/^ /gm, ' other ') } : step))

/** That a page goes as it says, and does not where the sources are others than it was written for. */
export const followInCopies = (name: string): void => {
  describe(`how to: ${name}`, () => {
    const steps = readPage(name)

    it('goes as the page says', () => followAfresh(steps), patience)

    it('does not where its first patch is for other sources', async () => {
      const spoilt = spoilPatch(steps, findPatch(steps))
      await expect(followAfresh(spoilt)).rejects.toThrow('a patch does not apply')
    }, 60_000)
  })
}

/** That a page whose first commands fail does not go as it says without its first patch: then they do not. */
export const followWithoutPatch = (name: string): void => {
  it(
    `how to: ${name} does not go as it says where its first patch is left out`,
    async () => {
      const steps = readPage(name)
      await expect(followAfresh(steps.toSpliced(findPatch(steps), 1))).rejects.toThrow('ended with 0')
    },
    patience,
  )
}
