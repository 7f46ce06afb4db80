import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { findPackageJSON } from 'node:module'
import { dirname, join } from 'node:path'

export interface Outcome {
  readonly code: number
  readonly output: string
}

/** Runs a program to its end and keeps what it printed, both streams in one. */
export const run = (
  file: string,
  args: ReadonlyArray<string>,
  cwd = process.cwd(),
  env = process.env,
): Promise<Outcome> =>
  new Promise((resolve) => {
    const child = spawn(file, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    const keep = (chunk: Buffer) => {
      output += chunk.toString('utf8')
    }
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    child.on('error', (error) => {
      resolve({ code: 127, output: String(error) })
    })
    child.on('close', (code) => {
      resolve({ code: code ?? 1, output })
    })
  })

/** Runs a program to its end with our own output; its exit code. */
export const runLoud = (file: string, args: ReadonlyArray<string>): Promise<number> =>
  new Promise((resolve) => {
    const child = spawn(file, args, { stdio: ['ignore', 'inherit', 'inherit'] })
    child.on('error', () => {
      resolve(127)
    })
    child.on('close', (code) => {
      resolve(code ?? 1)
    })
  })

/** The script behind a tool of the root's devDependencies: run it with `process.execPath`, so that it gets our Node. */
export const tool = (name: string, command = name): string => {
  const file = findPackageJSON(name, import.meta.url)
  if (file === undefined) throw new Error(`${name} is not installed`)
  const { bin } = JSON.parse(readFileSync(file, 'utf8')) as { bin: string | Record<string, string> }
  const script = typeof bin === 'string' ? bin : bin[command]
  return join(dirname(file), script ?? '')
}

export const secondsSince = (started: number): number => Math.round((performance.now() - started) / 100) / 10
