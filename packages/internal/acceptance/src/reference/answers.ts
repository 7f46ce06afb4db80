/** What each command can answer, and what processes do, read off the code of the handlers and processes. */
import ts from 'typescript'
import type { Sources } from './program.ts'
import { reachTags, reachTexts } from './reach.ts'

/** What a handler can come to. */
export interface Answer {
  readonly events: ReadonlyArray<string>
  readonly rejections: ReadonlyArray<string>
}

/** What a process listens to, and which commands it sends. */
export interface Reacting {
  readonly name: string
  readonly listens: ReadonlyArray<string>
  readonly sends: ReadonlyArray<string>
}

/** Names of each kind. */
export interface Names {
  readonly commands: ReadonlySet<string>
  readonly events: ReadonlySet<string>
  readonly rejections: ReadonlySet<string>
}

const keep = (found: ReadonlySet<string>, known: ReadonlySet<string>): ReadonlyArray<string> =>
  [...found].filter((one) => known.has(one)).toSorted()

const visitAll = (files: ReadonlyArray<ts.SourceFile>, look: (node: ts.Node) => void): void => {
  const visit = (node: ts.Node): void => {
    look(node)
    ts.forEachChild(node, visit)
  }
  files.forEach(visit)
}

/** The handlers of all deciders, by command: tables whose every key is a command. */
const findHandlers = ({ files }: Sources, commands: ReadonlySet<string>): ReadonlyMap<string, ts.Node> => {
  const handlers = new Map<string, ts.Node>()
  const deciders = files.filter(({ fileName }) => fileName.endsWith('.decide.ts'))
  visitAll(deciders, (node) => {
    if (!ts.isPropertyAssignment(node) || node.name.getText() !== 'handlers') return
    if (!ts.isObjectLiteralExpression(node.initializer)) return
    for (const one of node.initializer.properties) {
      const name = one.name?.getText() ?? ''
      if (commands.has(name)) handlers.set(name, one)
    }
  })
  return handlers
}

/** What each command can answer; a command without a handler in a table has no entry. */
export const readAnswers = (sources: Sources, names: Names): ReadonlyMap<string, Answer> =>
  new Map(
    [...findHandlers(sources, names.commands)].map(([command, handler]) => {
      const tags = reachTags(sources.checker, handler)
      return [command, { events: keep(tags, names.events), rejections: keep(tags, names.rejections) }]
    }),
  )

const isProcessFile = (file: string): boolean => file.includes('/src/processes/')

/** The declarations of processes: what is exported and writes down the name of one. */
const findProcesses = ({ files }: Sources, names: ReadonlyArray<string>): ReadonlyMap<string, ts.Node> => {
  const known = new Set(names)
  const found = new Map<string, ts.Node>()
  visitAll(
    files.filter(({ fileName }) => isProcessFile(fileName)),
    (node) => {
      const declared =
        ts.isStringLiteral(node) && known.has(node.text) ? ts.findAncestor(node, ts.isVariableDeclaration) : undefined
      if (declared !== undefined) found.set((node as ts.StringLiteral).text, declared)
    },
  )
  return found
}

/** What each process listens to and sends, in the order of the names. */
export const readProcesses = (
  sources: Sources,
  processes: ReadonlyArray<string>,
  { commands, events }: Names,
): ReadonlyArray<Reacting> => {
  const declarations = findProcesses(sources, processes)
  return processes.map((name) => {
    const declaration = declarations.get(name)
    const texts =
      declaration === undefined ? new Set<string>() : reachTexts(sources.checker, declaration, isProcessFile)
    return { name, listens: keep(texts, events), sends: keep(texts, commands) }
  })
}
