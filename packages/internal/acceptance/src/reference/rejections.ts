/** Why commands are refused, read off the types: a rejection is data with a `type`. */
import ts from 'typescript'
import { readFile, readSentence } from './sentence.ts'
import type { Sources } from './program.ts'

/** A reason to refuse, with what it says beside its type. */
export interface Rejection {
  readonly type: string
  readonly text: string
  /** The file, from the sources of its package on. */
  readonly file: string
  readonly fields: ReadonlyArray<{ readonly name: string; readonly type: string; readonly text: string }>
}

const readTag = (declaration: ts.InterfaceDeclaration): string | null => {
  const [tag] = declaration.members.flatMap((member) =>
    ts.isPropertySignature(member) && member.name.getText() === 'type' && member.type !== undefined
      ? [member.type]
      : [],
  )
  return tag !== undefined && ts.isLiteralTypeNode(tag) && ts.isStringLiteral(tag.literal) ? tag.literal.text : null
}

const readRejection = (declaration: ts.InterfaceDeclaration, type: string): Rejection => ({
  type,
  text: readSentence(declaration),
  file: readFile(declaration),
  fields: declaration.members.flatMap((member) =>
    ts.isPropertySignature(member) && member.name.getText() !== 'type'
      ? [{ name: member.name.getText(), type: member.type?.getText() ?? '', text: readSentence(member) }]
      : [],
  ),
})

/** The members of the union of that name. */
const listMembers = ({ files, checker }: Sources, union: string): ReadonlyArray<ts.Declaration> => {
  const [alias] = files.flatMap(({ statements }) =>
    statements.filter(
      (one): one is ts.TypeAliasDeclaration => ts.isTypeAliasDeclaration(one) && one.name.text === union,
    ),
  )
  if (alias === undefined) throw new Error(`no type is called ${union}`)
  const type = checker.getTypeAtLocation(alias)
  return (type.isUnion() ? type.types : [type]).flatMap((one) => one.getSymbol()?.declarations ?? [])
}

/** Every rejection of the union of that name, by type. */
export const readRejections = (sources: Sources, union: string): ReadonlyArray<Rejection> =>
  listMembers(sources, union)
    .flatMap((one) => {
      const type = ts.isInterfaceDeclaration(one) ? readTag(one) : null
      return type === null || !ts.isInterfaceDeclaration(one) ? [] : [readRejection(one, type)]
    })
    .toSorted((a, b) => (a.type < b.type ? -1 : 1))
