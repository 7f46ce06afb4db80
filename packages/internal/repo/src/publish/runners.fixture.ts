/** One test file of an embedder under each runner that `@zhiyuan/testing` is for: one test passes, two fail with what the kit says. */
import { mkdirSync, realpathSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import type { Step } from '../how-to/page.ts'

interface Runner {
  readonly name: string
  /** Where the runner is installed here; null for the one of Node. */
  readonly installed: string | null
  readonly command: string
  /** What it prints first. */
  readonly says: string
}

const vitest = 'node node_modules/vitest/vitest.mjs run --root .'
export const runners: ReadonlyArray<Runner> = [
  { name: 'vitest 3', installed: 'packages/internal/repo/node_modules/vitest3', command: vitest, says: 'RUN  v3.' },
  { name: 'vitest 5', installed: 'node_modules/vitest', command: vitest, says: 'RUN  v5.' },
  { name: 'node:test', installed: null, command: 'node --test tools.test.ts', says: '✔ passes' },
]

const testFile = (module: string): string => `
import { test } from '${module}'
import { holdsAlways, stage } from '@zhiyuan/testing'
import { tool } from '../tools.ts'

const actor = { type: 'person', person: 'k1', role: 'clerk', unit: '131081' } as const
const scene = { slices: [tool], jurisdiction: '131081', now: '2026-03-02T01:00:00.000Z', actor }
const lend = { type: 'LendTool', toolId: 'ladder', volunteer: 'a' } as const
const told = stage(tool, {}, scene)().when(lend)

test('passes', () => told.emits({ type: 'ToolLent', volunteer: 'a' }))
test('differs', () => told.emits({ type: 'ToolLent', volunteer: 'b' }))
test('breaks', () => {
  const isThere = ({ holder }) => {
    if (holder !== null) throw new Error('the ladder is gone')
  }
  // Without a seed, a command that was drawn would be told now and then, instead of the known one.
  holdsAlways(tool, { world: {}, scene }, { known: [{ command: lend }] }, isThere, { seed: 1 })
})
`

/** A line that is printed somewhere: what goes to the two outputs has no order. */
export const prints = (line: string): Step => ({ do: 'compare', text: `…\n…${line}…\n…` })

/** Puts the runner into a folder of its own below one that has the packed packages and the page's `tools.ts`; the steps to do there. */
export const prepareRunner = (folder: string, { name, installed, command, says }: Runner): ReadonlyArray<Step> => {
  const own = name.replace(/\W/, '-')
  mkdirSync(join(folder, own, 'node_modules'), { recursive: true })
  if (installed !== null) symlinkSync(realpathSync(installed), join(folder, own, 'node_modules/vitest'))
  return [
    { do: 'write', file: `${own}/tools.test.ts`, text: testFile(installed === null ? name : 'vitest') },
    { do: 'run', fails: true, text: `cd ${own} && ${command}` },
    prints(says),
    prints("$[0].volunteer: 'a' instead of 'b'"),
    prints('1. at 2026-03-02T01:00Z k1 (clerk at 131081) did LendTool (toolId ladder, volunteer a); so ToolLent'),
    prints('2. what broke: the ladder is gone'),
  ]
}
