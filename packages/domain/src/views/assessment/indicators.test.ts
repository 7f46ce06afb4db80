import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { indicators } from './contribution.ts'

const page = readFileSync(new URL('../../../../../docs/reference/indicators.md', import.meta.url), 'utf8')
const rows = [...page.matchAll(/^\| (I\d\d) \|.*\| (built|later) \|$/gm)].map(([, id, state]) => ({ id, state }))

describe('the page of indicators', () => {
  it('S5: marks as built what is computed, and nothing else', () => {
    expect(rows.filter(({ state }) => state === 'built').map(({ id }) => id)).toEqual([...indicators])
  })
})
