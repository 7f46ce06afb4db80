import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseOps, tracedCalls, type Op } from './trace.fixture.ts'

/** strace records and disturbs the calls of a process; only Linux has it. */
const strace = 'strace'

export const hasStrace = spawnSync(strace, ['-V']).status === 0

export interface Recording {
  readonly synchronous: 'FULL' | 'NORMAL'
  readonly seed: number
  readonly steps: number
  /** A fault for strace to inject, such as `inject=fsync:error=EIO:when=3`. */
  readonly inject?: string
}

export interface Recorded {
  readonly ops: ReadonlyArray<Op>
  readonly code: number | null
  readonly complaints: string
  /** How many calls were disturbed. */
  readonly hits: number
}

const runToEnd = (command: string, args: ReadonlyArray<string>) =>
  new Promise<Pick<Recorded, 'code' | 'complaints'>>((resolve) => {
    const running = spawn(command, args, { stdio: ['ignore', 'ignore', 'pipe'] })
    let complaints = ''
    running.stderr.on('data', (text) => (complaints += String(text)))
    running.on('close', (code) => resolve({ code, complaints }))
  })

const databases = ['ledger.db', 'vault.db']

/** The folder, the files of SQLite in it, and the lines of the process. */
const paths = (folder: string): ReadonlyArray<string> => [
  folder,
  join(folder, 'said'),
  ...databases.flatMap((name) => ['', '-wal', '-journal'].map((end) => join(folder, name + end))),
]

/** Runs a process in a new folder; `then` sees the files that it left. */
export const record = async <A>(
  { synchronous, seed, steps, inject }: Recording,
  then: (recorded: Recorded, folder: string) => Promise<A>,
): Promise<A> => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'zhiyuan-recorded-')))
  const output = `${folder}.trace`
  try {
    const script = fileURLToPath(new URL('./recorder.fixture.ts', import.meta.url))
    const disturbing = inject === undefined ? [] : ['-e', inject, ...paths(folder).flatMap((path) => ['-P', path])]
    const { code, complaints } = await runToEnd(strace, [
      '-f',
      '--seccomp-bpf',
      '-qq',
      '-xx',
      '-s',
      '10000000',
      '-o',
      output,
      '-e',
      `trace=${tracedCalls}`,
      ...disturbing,
      process.execPath,
      script,
      folder,
      synchronous,
      String(seed),
      String(steps),
    ])
    const text = readFileSync(output, 'utf8')
    return await then(
      { ops: parseOps(text, folder), code, complaints, hits: text.split('(INJECTED)').length - 1 },
      folder,
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
    rmSync(output, { force: true })
  }
}
