/** The whole table, as `npm run attacks -- --check` makes it. */
import { expect, it } from 'vitest'
import { readStanding } from './files.ts'
import { finishRun } from './finish.ts'
import { keepLines } from './kept.ts'
import { attacks } from './plays/index.ts'
import { runTable } from './table.ts'

it('is the kept one, harms no honest people, and nothing counts unseen', async () => {
  const table = await runTable(() => {})
  const standing = readStanding()
  const { faults, writes } = finishRun(table, standing, true)
  expect(writes).toBeNull()
  expect(faults).toEqual([])
  expect(keepLines(table.lines)).toEqual(standing.kept)
}, 120_000)

it('has each attack once', () => {
  expect(new Set(attacks.map(({ id }) => id)).size).toBe(attacks.length)
})
