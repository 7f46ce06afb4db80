/** What stands above a declaration, and where that stands. */
import ts from 'typescript'

/** The sentence above a node, on one line; empty where there is none. */
export const readSentence = (node: ts.Node): string => {
  const last = ts.getJSDocCommentsAndTags(node).findLast((one) => ts.isJSDoc(one))
  return (ts.getTextOfJSDocComment(last?.comment) ?? '').replace(/\s+/g, ' ').trim()
}

/** The file of a node, from the sources of its package on. */
export const readFile = (node: ts.Node): string => node.getSourceFile().fileName.replace(/^.*\/src\//, '')
