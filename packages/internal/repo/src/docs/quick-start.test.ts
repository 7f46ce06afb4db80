import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import ts from 'typescript'
import { beforeAll, describe, expect, it } from 'vitest'

const folder = resolve('examples/quick-start')
const source = readFileSync(join(folder, 'src/main.ts'), 'utf8')

const typos = [
  ['a command', "'SubmitNeed'", "'SubmitNead'"],
  ['a role', "'administrator')", "'administrater')"],
  ['a word of a closed list', "'telephone'", "'telefone'"],
  ['a field', 'needId, unitId', 'needIdd: needId, unitId'],
] as const

/** The quick start with one text in place of another, each beside it as a file of its own. */
const spoilt = new Map(
  typos.map(([what, from, to]) => [join(folder, 'src', `${what.replaceAll(' ', '-')}.ts`), source.replace(from, to)]),
)

const compile = (): ts.Program => {
  const { config } = ts.readConfigFile(join(folder, 'tsconfig.json'), (path) => ts.sys.readFile(path)) as {
    readonly config: object
  }
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, folder)
  const host = ts.createCompilerHost(options)
  const read = host.getSourceFile.bind(host)
  host.getSourceFile = (path, target, ...rest) => {
    const text = spoilt.get(resolve(path))
    return text === undefined ? read(path, target, ...rest) : ts.createSourceFile(path, text, target)
  }
  const roots = [join(folder, 'src/main.ts'), ...spoilt.keys()]
  return ts.createProgram(roots, { ...options, noEmit: true, composite: false }, host)
}

describe('the quick start', () => {
  let program: ts.Program
  const check = (file: string): ReadonlyArray<string> =>
    program
      .getSemanticDiagnostics(program.getSourceFile(file))
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))

  beforeAll(() => {
    program = compile()
  }, 60_000)

  it('type-checks', () => {
    expect(check(join(folder, 'src/main.ts'))).toEqual([])
  }, 60_000)

  it.each([...spoilt.keys()].map((file, index) => [typos[index]?.[0], file] as const))(
    'does not with a typo in %s',
    (_, file) => {
      expect(spoilt.get(file)).not.toBe(source)
      expect(check(file).join('\n')).toMatch(/not assignable|Did you mean|may only specify known/)
    },
    60_000,
  )
})
