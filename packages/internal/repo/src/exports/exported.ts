import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
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
const listBound = (name: ts.BindingName): ReadonlyArray<string> =>
  ts.isIdentifier(name)
    ? [name.text]
    : name.elements.flatMap((element) => (ts.isOmittedExpression(element) ? [] : listBound(element.name)))

const listDeclared = (statement: ts.Statement): ReadonlyArray<Exported> => {
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations
      .flatMap(({ name }) => listBound(name))
      .map((name) => ({ name, kind: 'value' }))
  if (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement))
    return statement.name === undefined ? [] : [{ name: statement.name.text, kind: 'value' }]
  if (ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement))
    return [{ name: statement.name.text, kind: 'type' }]
  return []
}

/** The file behind a relative import; null for a package. */
const resolveFile = (specifier: ts.Expression | undefined, from: string): string | null =>
  specifier !== undefined && ts.isStringLiteral(specifier) && specifier.text.startsWith('.')
    ? join(dirname(from), specifier.text)
    : null

/** The file that a package of this project gives for a name; only sources can be read here. */
const fileOfPackage = (specifier: string, from: string): string => {
  const file = createRequire(resolve(from)).resolve(specifier)
  if (!file.endsWith('.ts')) throw new Error(`${from} exports all of ${specifier}, which cannot be listed`)
  return file
}

/** Names in the scope of a file: declared there, or imported from another file of ours. */
const inScope = (source: ts.SourceFile): Names => {
  const names: Names = new Map()
  for (const statement of source.statements) {
    for (const { name, kind } of listDeclared(statement)) put(names, name, kind)
    if (!ts.isImportDeclaration(statement) || statement.importClause?.namedBindings === undefined) continue
    const { namedBindings, phaseModifier } = statement.importClause
    if (!ts.isNamedImports(namedBindings)) continue
    const file = resolveFile(statement.moduleSpecifier, source.fileName)
    const there = file === null ? null : readNames(file)
    const typeOnly = phaseModifier === ts.SyntaxKind.TypeKeyword
    for (const { name, propertyName, isTypeOnly } of namedBindings.elements) {
      const kind = there?.get((propertyName ?? name).text) ?? 'value'
      put(names, name.text, typeOnly || isTypeOnly ? 'type' : kind)
    }
  }
  return names
}

/** The names of the file or package that a statement exports as a whole. */
const listAll = (specifier: ts.Expression | undefined, from: string): Names => {
  if (specifier === undefined || !ts.isStringLiteral(specifier)) return new Map()
  return readNames(resolveFile(specifier, from) ?? fileOfPackage(specifier.text, from))
}

const takeExports = (
  source: ts.SourceFile,
  { exportClause, moduleSpecifier, isTypeOnly: onlyTypes }: ts.ExportDeclaration,
  names: Names,
): void => {
  if (exportClause === undefined) {
    for (const [name, kind] of listAll(moduleSpecifier, source.fileName)) put(names, name, onlyTypes ? 'type' : kind)
  } else if (ts.isNamespaceExport(exportClause)) {
    put(names, exportClause.name.text, onlyTypes ? 'type' : 'value')
  } else {
    const file = resolveFile(moduleSpecifier, source.fileName)
    const there = file === null ? inScope(source) : readNames(file)
    for (const { name, propertyName, isTypeOnly } of exportClause.elements) {
      const kind = there.get((propertyName ?? name).text) ?? 'value'
      put(names, name.text, onlyTypes || isTypeOnly ? 'type' : kind)
    }
  }
}

const readNames = (file: string): Names => {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ES2023, true)
  const names: Names = new Map()
  for (const statement of source.statements) {
    if (ts.isExportDeclaration(statement)) takeExports(source, statement, names)
    else if (isExported(statement)) for (const { name, kind } of listDeclared(statement)) put(names, name, kind)
  }
  return names
}

/** What a file exports, and what it passes on of others, in the order of their names. */
export const listExported = (file: string): ReadonlyArray<Exported> =>
  [...readNames(file)]
    .map(([name, kind]) => ({ name, kind }))
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
