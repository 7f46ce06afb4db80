/** The pages for those who embed the ledger are followed in an empty folder that has the packages which a page names, and nothing else. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { follow } from './follow.ts'
import { readSteps, type Step } from './page.ts'

const folders: string[] = []
const makeFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'zhiyuan-how-to-'))
  folders.push(folder)
  mkdirSync(join(folder, 'node_modules/@zhiyuan'), { recursive: true })
  for (const name of ['ledger', 'store-sqlite'])
    symlinkSync(resolve('packages', name), join(folder, 'node_modules/@zhiyuan', name))
  return folder
}

const followAfresh = (steps: ReadonlyArray<Step>): Promise<void> =>
  follow(steps, { folder: makeFolder(), paths: 'flat' })

const spoil = (step: Step): Step => ({ ...step, text: `spoilt ${step.text}` })

describe.each(['first-day-of-a-county', 'back-up'])('how to: %s', (name) => {
  const steps = readSteps(readFileSync(`docs/how-to/${name}.md`, 'utf8'))
  afterAll(() => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true, force: true })))

  it('goes as the page says', async () => {
    await followAfresh(steps)
  }, 60_000)

  it.each(['write', 'run', 'compare'] as const)(
    'does not where the last fence to %s is spoilt',
    async (kind) => {
      const at = steps.findLastIndex((step) => step.do === kind)
      await expect(followAfresh(steps.with(at, spoil(steps[at] as Step)))).rejects.toThrow()
    },
    60_000,
  )

  it('does not without its first file', async () => {
    await expect(followAfresh(steps.slice(1))).rejects.toThrow('ended with 1')
  }, 60_000)
})
