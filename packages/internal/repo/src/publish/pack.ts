import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { run, tool } from '../command.ts'

/** The pnpm that the repository pins, as npx takes it: `pnpm@12.21.0`. */
export const pinnedPnpm = (): string => {
  const { packageManager } = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly packageManager: string }
  return packageManager.replace(/\+.*$/, '')
}

/** Runs a program to its end; what it printed. One that fails throws it. */
export const must = async (file: string, args: ReadonlyArray<string>, cwd?: string): Promise<string> => {
  const { code, output } = await run(file, args, cwd)
  if (code !== 0) throw new Error(`${file} ${args.join(' ')}:\n${output}`)
  return output
}

/** Builds and packs every published package into a folder that holds nothing else; the names of the tarballs. */
export const packPackages = async (folder: string): Promise<ReadonlyArray<string>> => {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  await must(process.execPath, [tool('typescript', 'tsc'), '-b', 'tsconfig.json'])
  await must('npx', ['--yes', pinnedPnpm(), '-r', '--filter', './packages/*', 'pack', '--pack-destination', folder])
  return readdirSync(folder).sort()
}
