import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'

const main = fileURLToPath(new URL('main.ts', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'zhiyuan-quick-start-'))

const run = (...args: ReadonlyArray<string>): Promise<{ readonly code: number | null; readonly output: string }> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [main, ...args], { cwd: folder })
    let output = ''
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString('utf8')))
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString('utf8')))
    child.on('close', (code) => resolve({ code, output }))
  })

describe('the quick start', () => {
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('is about twenty lines', () => {
    const lines = readFileSync(main, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
    expect(lines.length).toBeLessThanOrEqual(22)
  })

  it('makes nothing where that is not said', async () => {
    const { code, output } = await run()
    expect([code, output]).toEqual([1, expect.stringContaining('StoreMissing')])
    expect(readdirSync(folder)).toEqual([])
  }, 30_000)

  it('records a need and tells its timeline; the words stay in the vault', async () => {
    const { code, output } = await run('--found')
    expect([code, output]).toEqual([0, expect.stringContaining("type: 'NeedSubmitted'")])
    expect(output).toContain("person: 'r1'")
    expect(readFileSync(join(folder, 'ledger.sqlite')).includes('窗户坏了')).toBe(false)
    expect(readFileSync(join(folder, 'vault.sqlite')).includes('窗户坏了')).toBe(true)
  }, 30_000)

  it('opens the same ledger again, and records nothing twice', async () => {
    const { code, output } = await run()
    expect([code, output]).toEqual([0, expect.stringContaining("needId: 'n1'")])
    expect(output.match(/type: 'NeedSubmitted'/g)).toHaveLength(1)
  }, 30_000)
})
