import { existsSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import ts from 'typescript'
import { run, tool } from '../command.ts'
import { typescriptSources } from '../sources.ts'
import type { Gate } from './gate.ts'

const solutions = ['tsconfig.json', 'tsconfig.tests.json'].map((file) => resolve(file))

const asConfigFile = (path: string) => (path.endsWith('.json') ? path : resolve(path, 'tsconfig.json'))

/** Every file that some project reachable from the solutions compiles. */
function coveredFiles(): ReadonlySet<string> {
  const host: ts.ParseConfigFileHost = { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => undefined }
  const files = new Set<string>()
  const seen = new Set<string>()
  const visit = (config: string): void => {
    if (seen.has(config) || !existsSync(config)) return
    seen.add(config)
    const parsed = ts.getParsedCommandLineOfConfigFile(config, undefined, host)
    parsed?.fileNames.forEach((file) => files.add(resolve(file)))
    parsed?.projectReferences?.forEach(({ path }) => {
      visit(asConfigFile(path))
    })
  }
  solutions.forEach(visit)
  return files
}

/** Bytes that the declarations of the domain may have: an embedder waits for them at every check, and reads them at every hover. */
export const mostDeclared = 1_000_000

const readSize = (file: string): number => (existsSync(file) ? statSync(file).size : 0)

/** Entries of their own that no application loads: what tests draw histories from, and what auditors look through a log with. */
const apart = ['packages/domain/src/county/', 'packages/domain/src/detectors/']

/** Bytes that these may have. */
const mostApart = 100_000

/** Bytes of the declarations that are made of the domain's sources, of those that applications load or of the others. */
const declaredBytes = (isApart: boolean): number =>
  typescriptSources()
    .filter((file) => file.startsWith('packages/domain/src/'))
    .filter((file) => apart.some((folder) => file.startsWith(folder)) === isApart)
    .map((file) => readSize(file.replace('/src/', '/dist/').replace(/\.ts$/, '.d.ts')))
    .reduce((sum, size) => sum + size, 0)

/** Whether the declarations are too large, in words; empty where they are not. */
export const judgeDeclared = (bytes: number, most = mostDeclared, which = 'domain'): ReadonlyArray<string> =>
  bytes <= most ? [] : [`the ${which}'s declarations have ${bytes} bytes, more than ${most}`]

/** Sources with the few types they may see, then the tests; every source must belong to a project. */
export const types: Gate = async () => {
  const covered = coveredFiles()
  const compiled = await run(process.execPath, [tool('typescript', 'tsc'), '-b', ...solutions, '--pretty', 'false'])
  const forgotten = typescriptSources().filter((file) => !covered.has(resolve(file)))
  const declared = declaredBytes(false)
  return {
    looked: covered.size,
    things: `files (the domain declares ${Math.round(declared / 1000)} kB)`,
    violations: [
      ...(compiled.code === 0 ? [] : compiled.output.trim().split('\n')),
      ...judgeDeclared(declared),
      ...judgeDeclared(declaredBytes(true), mostApart, 'county and detectors'),
      ...forgotten.map((file) => `${file}: no tsconfig of tsconfig.json or tsconfig.tests.json compiles it`),
    ],
  }
}
