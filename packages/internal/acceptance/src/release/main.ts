// `npm run release:log -- NAME`: keeps the logs of a release, what they answer, and a copy of the lock.
import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { lockFile, logsFolder } from '../lock/releases.ts'
import { writeRelease } from './write-release.ts'

const project = fileURLToPath(new URL('../../../../..', import.meta.url))

/** Names the files that are in no commit; null where there are none, or no git. A release is kept for ever, so its sources must be in a commit. */
const refuseUncommitted = (): string | null => {
  try {
    const git = ['status', '--porcelain', '--untracked-files=all', '--', 'packages', 'examples', 'pnpm-lock.yaml']
    const changed = execFileSync('git', git, { cwd: project, stdio: ['ignore', 'pipe', 'ignore'] })
    return changed.length === 0
      ? null
      : `these files are in no commit; commit or remove them first:\n${String(changed)}`
  } catch {
    return null
  }
}

const [name, ...more] = process.argv.slice(2)
if (name === undefined || more.length > 0) {
  console.error('Usage: npm run release:log -- NAME')
  process.exit(2)
}
const write = (): Promise<string | null> => writeRelease({ name, logs: logsFolder, lockFile })
const refusal = refuseUncommitted() ?? (await write().catch((cause: unknown) => String(cause)))
if (refusal === null) console.log(`${logsFolder}/${name} is written; its lines of the lock are kept from now on`)
else console.error(refusal)
process.exitCode = refusal === null ? 0 : 1
