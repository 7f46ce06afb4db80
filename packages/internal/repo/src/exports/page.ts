import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { filesMatching } from '../sources.ts'
import { listExported } from './exported.ts'

/** Where a subpath leads to in a published package. */
interface Built {
  readonly types: string
  readonly default: string
}

interface Manifest {
  readonly name: string
  readonly exports: Readonly<Record<string, string>>
  readonly publishConfig: { readonly exports: Readonly<Record<string, Built>> }
}

/** A published package and the list of what it exports. */
export interface Package extends Manifest {
  readonly folder: string
  /** The list as it is in the project. */
  readonly file: string
}

/** Every package that is published. */
export const publishedPackages = (): ReadonlyArray<Package> =>
  filesMatching('packages/*/package.json').map((path) => ({
    ...(JSON.parse(readFileSync(path, 'utf8')) as Manifest),
    folder: dirname(path),
    file: join(dirname(path), 'exports.txt'),
  }))

/** Every name that a package exports, a paragraph a subpath, as a reviewer reads it. */
export const printPage = ({ name, folder, exports }: Package): string => {
  const paragraphs = Object.entries(exports).map(([subpath, file]) => {
    const lines = listExported(join(folder, file)).map((one) => `  ${one.kind === 'type' ? 'type ' : ''}${one.name}`)
    return [name + subpath.slice(1), ...lines].join('\n')
  })
  return `${paragraphs.join('\n\n')}\n`
}

export const keptPage = ({ file }: Package): string => (existsSync(file) ? readFileSync(file, 'utf8') : '')

/** Names with the subpath that they stand under, so that a line says where it belongs. */
const places = (page: string): ReadonlySet<string> => {
  let subpath = ''
  const lines = page.split('\n').flatMap((line) => {
    if (line.startsWith('  ')) return [`${subpath}: ${line.trim()}`]
    subpath = line
    return []
  })
  return new Set(lines)
}

/** What a page has that the other has not, line by line: `+` for what is new. */
export const comparePages = (kept: string, now: string): ReadonlyArray<string> => {
  const before = places(kept)
  const after = places(now)
  const lines = [
    ...[...before].filter((place) => !after.has(place)).map((place) => `- ${place}`),
    ...[...after].filter((place) => !before.has(place)).map((place) => `+ ${place}`),
  ]
  return lines.length === 0 && kept !== now ? ['the order or the layout of the list'] : lines
}
