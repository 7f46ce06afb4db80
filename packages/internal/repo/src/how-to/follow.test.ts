import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { follow, shows } from './follow.ts'
import { readSteps } from './page.ts'

const fence = (info: string, text: string): string => `\`\`\`${info}\n${text}\n\`\`\`\n`

describe('a how-to page', () => {
  const folder = mkdtempSync(join(tmpdir(), 'zhiyuan-how-to-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  const followText = (page: string): Promise<void> => follow(readSteps(page), { folder, paths: 'kept' })

  it('has no fence that the test would pass over', () => {
    expect(() => readSteps(fence('ts', 'nowhere()'))).toThrow('a fence of a how-to page is')
  })

  it('writes files, applies patches, and shows what commands print', async () => {
    const patch = '--- a/in/a.txt\n+++ b/in/a.txt\n@@ -1 +1 @@\n-one\n+two'
    const page = fence('txt new in/a.txt', 'one') + fence('diff', patch) + fence('sh', 'cat in/a.txt')
    await followText(page + fence('text', 'two'))
    expect(readdirSync(folder)).toContain('in')
    await expect(followText(page + fence('text', 'one'))).rejects.toThrow('the page shows\none')
    await expect(followText(page + fence('diff', patch))).rejects.toThrow('a patch does not apply')
  })

  it('says which commands fail', async () => {
    await followText(fence('sh fails', 'false\ntrue'))
    await expect(followText(fence('sh', 'false\ntrue'))).rejects.toThrow('ended with 1')
    await expect(followText(fence('sh fails', 'true'))).rejects.toThrow('ended with 0')
  })

  it('leaves out what it says that it leaves out, and no more', () => {
    expect(shows('a\n…\nd 1.… s', 'a\nb\nc\nd 1.5 s\n')).toBe(true)
    expect(shows('a\nd', 'a\nb\nd\n')).toBe(false)
    expect(shows('a', 'a\nb\n')).toBe(false)
    expect(shows('a.c', 'abc\n')).toBe(false)
  })
})
