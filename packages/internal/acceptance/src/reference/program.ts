/** The sources of the domain as the compiler sees them. */
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

const root = fileURLToPath(new URL('../../../../../', import.meta.url))

/** A path from the root of the repository. */
export const inRepository = (path: string): string => join(root, path)

/** Whether a source is the project's own: what the compiler and npm bring along is not looked into. */
export const isOwn = ({ fileName }: ts.SourceFile): boolean => /\/packages\/(domain|kernel)\/src\//.test(fileName)

/** Sources, and what their names stand for. */
export interface Sources {
  readonly files: ReadonlyArray<ts.SourceFile>
  readonly checker: ts.TypeChecker
}

/** The domain and the kernel below it. Nothing is checked: names are resolved where they are asked for. */
export const loadSources = (): Sources => {
  const file = ts.readConfigFile(inRepository('tsconfig.base.json'), (path) => ts.sys.readFile(path))
  const config: unknown = file.config
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root)
  const program = ts.createProgram([inRepository('packages/domain/src/index.ts')], { ...options, types: [] })
  const checker = program.getTypeChecker()
  return { files: program.getSourceFiles().filter(isOwn), checker }
}
