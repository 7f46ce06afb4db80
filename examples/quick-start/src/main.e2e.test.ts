import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { unwrap } from '@zhiyuan/ledger'
import { openSqlite } from '@zhiyuan/store-sqlite'
import { afterAll, describe, expect, it } from 'vitest'

const main = fileURLToPath(new URL('main.ts', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'zhiyuan-quick-start-'))

const run = (): Promise<{ readonly code: number | null; readonly output: string }> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [main], { cwd: folder })
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
    expect(lines.length).toBeLessThanOrEqual(24)
  })

  it('records a need and tells its timeline; the words stay in the vault', async () => {
    const { code, output } = await run()
    expect([code, output]).toEqual([0, expect.stringContaining("type: 'NeedSubmitted'")])
    expect(output).toContain("person: 'r1'")
    expect(readFileSync(join(folder, 'ledger.sqlite')).includes('窗户坏了')).toBe(false)
    expect(readFileSync(join(folder, 'vault.sqlite')).includes('窗户坏了')).toBe(true)
  }, 30_000)

  it('N14: runs again on the same files; the second need in the same ledger may be a twin of the first', async () => {
    const { code, output } = await run()
    expect([code, output]).toEqual([0, expect.stringContaining("type: 'NeedSubmitted'")])
    const stores = await unwrap(openSqlite({ file: join(folder, 'ledger.sqlite') }))
    const { events } = await unwrap(stores.events.readAll(null, 100))
    await stores.events.close()
    expect(events.map(({ event }) => event.type)).toEqual([
      'LedgerFounded',
      'UnitOpened',
      'PolicyAdopted',
      'NeedSubmitted',
      'NeedSubmitted',
      'TwinsProposed',
    ])
  }, 30_000)
})
