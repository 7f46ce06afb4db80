import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import ts from 'typescript'

/** A name that a module lets others import. */
export interface Exported {
  readonly name: string
  /** A value may be a type of the same name as well. */
  readonly kind: 'value' | 'type'
}

type Names = Map<string, Exported['kind']>

/** What is under one name as value and as type is a value. */
const put = (names: Names, name: string, kind: Exported['kind']): void => {
  if (names.get(name) !== 'value') names.set(name, kind)
}

const isExported = (statement: ts.Statement): boolean =>
  ts.canHaveModifiers(statement) &&
  (ts.getModifiers(statement) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)

/** The names that a declaration binds: one, or those of a pattern at any depth. */
const boundBy = (name: ts.BindingName): ReadonlyArray<string> =>
  ts.isIdentifier(name)
    ? [name.text]
    : name.elements.flatMap((element) => (ts.isOmittedExpression(element) ? [] : boundBy(element.name)))

const declaredBy = (statement: ts.Statement): ReadonlyArray<Exported> => {
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations
      .flatMap(({ name }) => boundBy(name))
      .map((name) => ({ name, kind: 'value' }))
  if (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement))
    return statement.name === undefined ? [] : [{ name: statement.name.text, kind: 'value' }]
  if (ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement))
    return [{ name: statement.name.text, kind: 'type' }]
  return []
}

/** The file behind a relative import; null for a package. */
const fileOf = (specifier: ts.Expression | undefined, from: string): string | null =>
  specifier !== undefined && ts.isStringLiteral(specifier) && specifier.text.startsWith('.')
    ? join(dirname(from), specifier.text)
    : null

/** Names in the scope of a file: declared there, or imported from another file of ours. */
const inScope = (source: ts.SourceFile): Names => {
  const names: Names = new Map()
  for (const statement of source.statements) {
    for (const { name, kind } of declaredBy(statement)) put(names, name, kind)
    if (!ts.isImportDeclaration(statement) || statement.importClause?.namedBindings === undefined) continue
    const { namedBindings, phaseModifier } = statement.importClause
    if (!ts.isNamedImports(namedBindings)) continue
    const file = fileOf(statement.moduleSpecifier, source.fileName)
    const there = file === null ? null : namesOf(file)
    const typeOnly = phaseModifier === ts.SyntaxKind.TypeKeyword
    for (const { name, propertyName, isTypeOnly } of namedBindings.elements) {
      const kind = there?.get((propertyName ?? name).text) ?? 'value'
      put(names, name.text, typeOnly || isTypeOnly ? 'type' : kind)
    }
  }
  return names
}

const takeFrom = (source: ts.SourceFile, statement: ts.ExportDeclaration, names: Names): void => {
  const file = fileOf(statement.moduleSpecifier, source.fileName)
  const there = file === null ? inScope(source) : namesOf(file)
  if (statement.exportClause === undefined) {
    for (const [name, kind] of there) put(names, name, statement.isTypeOnly ? 'type' : kind)
  } else if (ts.isNamedExports(statement.exportClause)) {
    for (const { name, propertyName, isTypeOnly } of statement.exportClause.elements) {
      const kind = there.get((propertyName ?? name).text) ?? 'value'
      put(names, name.text, statement.isTypeOnly || isTypeOnly ? 'type' : kind)
    }
  }
}

const namesOf = (file: string): Names => {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ES2023, true)
  const names: Names = new Map()
  for (const statement of source.statements) {
    if (ts.isExportDeclaration(statement)) takeFrom(source, statement, names)
    else if (isExported(statement)) for (const { name, kind } of declaredBy(statement)) put(names, name, kind)
  }
  return names
}

/** What a file exports, and what it passes on of others, in the order of their names. */
export const exportedBy = (file: string): ReadonlyArray<Exported> =>
  [...namesOf(file)]
    .map(([name, kind]) => ({ name, kind }))
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
