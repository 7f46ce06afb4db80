/** The manifest: a hash of each file of the releases, as it was written. It lies beside their folders, so that no folder can be replaced together with it. */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { digestText, type Line } from './line.ts'
import { writeWhole } from './write-whole.ts'

/** SHA-256 of each file, by its path below the folder of all releases. */
type Manifest = ReadonlyMap<string, string>

const nameOf = 'releases.lock'
const manifestFile = (logs: string): string => join(logs, nameOf)

/** The folder in which a release is written before it is complete. It is removed last, so it exists as long as a part of the release may be missing. */
export const unfinishedFolder = (logs: string): string => join(logs, '.release')

/** The advice where that folder exists. */
export const brokenOff =
  'logs/.release: a release is being written, or one was broken off. If none is, remove that folder and the one of its release, take releases.lock and vocabulary.lock from version control, and write it again'

/** Every file below a folder, also those whose name begins with a dot. */
const digestFiles = (logs: string): Manifest =>
  new Map(
    (existsSync(logs) ? readdirSync(logs, { recursive: true, withFileTypes: true }) : [])
      .filter((entry) => !entry.isDirectory())
      .map(({ parentPath, name }) => join(parentPath, name))
      .filter((file) => file !== manifestFile(logs) && !file.startsWith(`${unfinishedFolder(logs)}${sep}`))
      .map((file): [string, string] => [
        relative(logs, file),
        createHash('sha256').update(readFileSync(file)).digest('hex'),
      ])
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  )

/** The format of `sha256sum`, which can check the manifest as well. */
const printManifest = (manifest: Manifest): string =>
  [...manifest].map(([path, digest]) => `${digest}  ${path}\n`).join('')

const readManifest = (logs: string): Manifest => {
  const text = existsSync(manifestFile(logs)) ? readFileSync(manifestFile(logs), 'utf8') : ''
  const manifest = new Map(
    text.split('\n').flatMap((line) => {
      const [, digest, path] = /^([0-9a-f]{64}) {2}(\S+)$/.exec(line) ?? []
      return digest === undefined || path === undefined ? [] : [[path, digest] as const]
    }),
  )
  if (printManifest(manifest) !== text) throw new Error(`${nameOf}: something is twice, or is no line of a file`)
  return manifest
}

/** Adds the files of a release that was just written. */
export const addToManifest = (logs: string, release: string): void => {
  const now = [...digestFiles(logs)].filter(([path]) => path.startsWith(`${release}/`))
  writeWhole(manifestFile(logs), printManifest(new Map([...readManifest(logs), ...now])))
}

/** A line of the lock for each release in the manifest. It is written with the release and never renewed. */
export const releaseLines = (logs: string): ReadonlyArray<Line> => {
  const manifest = [...readManifest(logs)]
  const names = new Set(manifest.map(([path]) => path.slice(0, path.indexOf('/'))))
  return [...names].map((name) => {
    const files = manifest.filter(([path]) => path.startsWith(`${name}/`))
    return { key: `release ${name}`, digest: digestText(printManifest(new Map(files))), text: `${files.length} files` }
  })
}

/** Files that git would leave out; none where there is no git. */
const listIgnored = (logs: string, paths: ReadonlyArray<string>): ReadonlySet<string> => {
  try {
    const output = execFileSync('git', ['check-ignore', '--stdin', '-z'], {
      cwd: logs,
      input: paths.join('\0'),
      stdio: ['pipe', 'pipe', 'ignore'],
      encoding: 'utf8',
    })
    return new Set(output.split('\0'))
  } catch {
    // It ends with 1 where none is ignored, and with 128 outside of a repository.
    return new Set()
  }
}

/** What is wrong with the files of the releases: one is missing, changed, added or left out of git. */
export const checkFiles = (logs: string): ReadonlyArray<string> => {
  if (!existsSync(logs)) return []
  const kept = readManifest(logs)
  const there = digestFiles(logs)
  const ignored = listIgnored(logs, [nameOf, ...there.keys()])
  return [
    ...(existsSync(unfinishedFolder(logs)) ? [brokenOff] : []),
    ...[...kept].flatMap(([path, digest]) => {
      const now = there.get(path)
      if (now === digest) return []
      return [`${path}: ${now === undefined ? 'is gone' : 'changed'} since its release was written`]
    }),
    ...[...there.keys()]
      .filter((path) => !kept.has(path))
      .map((path) => `${path}: is no file of any release (${nameOf})`),
    ...[...ignored]
      .filter((path) => path !== '')
      .map((path) => `${path}: is ignored by git, so that others do not get it`),
  ]
}
