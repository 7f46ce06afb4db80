import { globSync } from 'node:fs'

const isForeign = (path: string) => /(^|\/)(node_modules|dist|reports|coverage|\.git)$/.test(path)

/** Files of the project in the current directory that match, sorted; nothing installed or built. */
export const filesMatching = (...patterns: ReadonlyArray<string>): ReadonlyArray<string> =>
  globSync([...patterns], { exclude: isForeign }).sort()

export const typescriptSources = (): ReadonlyArray<string> =>
  filesMatching('packages/{*,internal/*}/src/**/*.ts', 'examples/*/src/**/*.ts')
