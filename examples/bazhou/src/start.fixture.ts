import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Report } from './report.ts'

/** What `npm start` runs. */
const setUp = fileURLToPath(new URL('../../../packages/internal/repo/setup.mjs', import.meta.url))

export interface Ended {
  readonly code: number | null
  readonly output: string
  /** When the first line came, in milliseconds after the start. */
  readonly firstAt: number
}

export const start = (args: ReadonlyArray<string>, env: Readonly<Record<string, string>> = {}): Promise<Ended> =>
  new Promise((resolve) => {
    const started = performance.now()
    const child = spawn(process.execPath, [setUp, 'start', ...args], {
      env: { ...process.env, DATABASE_URL: undefined, EVENTSTOREDB_URL: undefined, ...env },
    })
    let output = ''
    let firstAt = Infinity
    const keep = (chunk: Buffer): void => {
      firstAt = Math.min(firstAt, performance.now() - started)
      output += chunk.toString('utf8')
    }
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    child.on('close', (code) => resolve({ code, output, firstAt }))
  })

export const readReport = (file: string): Report => JSON.parse(readFileSync(file, 'utf8')) as Report
