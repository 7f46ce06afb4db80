/** The sentences that stand above the fields of commands and events, those that several share among them. */
import { dirname } from 'node:path'
import ts from 'typescript'
import { readSentence } from './sentence.ts'

/** Sentences by `Type.field`. */
export type FieldDocs = ReadonlyMap<string, string>

/** Records that others are made with, by folder and name: a slice's files share them. */
type Parts = ReadonlyMap<string, ts.ObjectLiteralExpression>

const partKey = (source: ts.SourceFile, name: string): string => `${dirname(source.fileName)}:${name}`

const findParts = (sources: ReadonlyArray<ts.SourceFile>): Parts => {
  const parts = new Map<string, ts.ObjectLiteralExpression>()
  for (const source of sources) {
    for (const statement of source.statements) {
      if (!ts.isVariableStatement(statement)) continue
      for (const { name, initializer } of statement.declarationList.declarations)
        if (initializer !== undefined && ts.isObjectLiteralExpression(initializer))
          parts.set(partKey(source, name.getText()), initializer)
    }
  }
  return parts
}

const readFields = (record: ts.ObjectLiteralExpression, parts: Parts): ReadonlyArray<readonly [string, string]> =>
  record.properties.flatMap((one) => {
    if (!ts.isSpreadAssignment(one)) return [[one.name.getText(), readSentence(one)] as const]
    const part = parts.get(partKey(record.getSourceFile(), one.expression.getText()))
    return part === undefined ? [] : readFields(part, parts)
  })

/** What is said of the fields of these records; a field of which nothing is said has no entry. */
export const readFieldDocs = (
  sources: ReadonlyArray<ts.SourceFile>,
  records: ReadonlyMap<string, ts.ObjectLiteralExpression>,
): FieldDocs => {
  const parts = findParts(sources)
  const said = [...records].flatMap(([type, record]) =>
    readFields(record, parts).map(([field, text]) => [`${type}.${field}`, text] as const),
  )
  return new Map(said.filter(([, text]) => text !== ''))
}
