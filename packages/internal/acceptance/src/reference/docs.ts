/** The sentences that stand above declarations in the sources. Read off the syntax alone, so that one file can be read again for a test. */
import ts from 'typescript'
import { readFieldDocs, type FieldDocs } from './field-docs.ts'
import { readFile, readSentence } from './sentence.ts'

/** A sentence and where it stands. */
export interface Doc {
  readonly text: string
  /** The file, from the sources of its package on: `slices/requests/order/order.command.ts`. */
  readonly file: string
}

/** What the sources say of themselves. */
export interface Docs {
  /** Commands and events, by type. */
  readonly spoken: ReadonlyMap<string, Doc>
  /** Fields of commands and events, by `Type.field`. */
  readonly fields: FieldDocs
  /** Declarations, by name. */
  readonly named: ReadonlyMap<string, Doc>
  /** Terms of the policy, by `section.term`; a section, by its name. */
  readonly terms: ReadonlyMap<string, Doc>
}

type Found = Map<string, Doc>

/** The first sentence that is said of a name stays. */
const put = (docs: Found, key: string, node: ts.Node): void => {
  const known = docs.get(key)
  if (known === undefined || known.text === '') docs.set(key, { text: readSentence(node), file: readFile(node) })
}

/** The type of a codec's record: it is said by a call with one text, `type: literal('OrderPlaced')`. */
const readType = ({ properties }: ts.ObjectLiteralExpression): string | null => {
  for (const one of properties) {
    if (!ts.isPropertyAssignment(one) || one.name.getText() !== 'type' || !ts.isCallExpression(one.initializer))
      continue
    const [text, ...others] = one.initializer.arguments
    if (text !== undefined && others.length === 0 && ts.isStringLiteral(text)) return text.text
  }
  return null
}

const visitAll = (source: ts.SourceFile, look: (node: ts.Node) => void): void => {
  const visit = (node: ts.Node): void => {
    look(node)
    ts.forEachChild(node, visit)
  }
  visit(source)
}

const noteNames = (source: ts.SourceFile, named: Found): void => {
  for (const statement of source.statements) {
    if (ts.isTypeAliasDeclaration(statement) || ts.isInterfaceDeclaration(statement))
      put(named, statement.name.text, statement)
    if (ts.isVariableStatement(statement))
      for (const { name } of statement.declarationList.declarations) put(named, name.getText(), statement)
  }
}

/** The records of commands and events, by type. */
const findRecords = (source: ts.SourceFile): ReadonlyMap<string, ts.ObjectLiteralExpression> => {
  const records = new Map<string, ts.ObjectLiteralExpression>()
  visitAll(source, (node) => {
    const type = ts.isObjectLiteralExpression(node) ? readType(node) : null
    if (type !== null) records.set(type, node as ts.ObjectLiteralExpression)
  })
  return records
}

/** A section is a call with its name, its fields and what a policy means that says nothing of them. */
const noteTerms = (source: ts.SourceFile, terms: Found): void => {
  const records = new Map<string, ts.Expression>()
  visitAll(source, (node) => {
    if (ts.isVariableDeclaration(node) && node.initializer !== undefined)
      records.set(node.name.getText(), node.initializer)
    if (!ts.isCallExpression(node)) return
    const [name, known, absent] = node.arguments
    if (name === undefined || known === undefined || absent === undefined || !ts.isStringLiteral(name)) return
    const statement = ts.findAncestor(node, ts.isVariableStatement)
    if (statement !== undefined) put(terms, name.text, statement)
    const fields = ts.isIdentifier(known) ? records.get(known.text) : known
    if (fields === undefined || !ts.isObjectLiteralExpression(fields)) return
    for (const field of fields.properties) put(terms, `${name.text}.${field.name?.getText() ?? ''}`, field)
  })
}

/** Reads the sentences of these sources. */
export const readDocs = (sources: ReadonlyArray<ts.SourceFile>): Docs => {
  const spoken: Found = new Map()
  const named: Found = new Map()
  const terms: Found = new Map()
  const records = new Map<string, ts.ObjectLiteralExpression>()
  for (const source of sources) {
    noteNames(source, named)
    if (source.fileName.endsWith('.terms.ts')) noteTerms(source, terms)
    if (!source.fileName.includes('/slices/')) continue
    for (const [type, record] of findRecords(source)) {
      const statement = ts.findAncestor(record, ts.isVariableStatement)
      if (statement === undefined) continue
      put(spoken, type, statement)
      records.set(type, record)
    }
  }
  return { spoken, named, terms, fields: readFieldDocs(sources, records) }
}
