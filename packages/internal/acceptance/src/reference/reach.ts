/** What an expression can come to: the records with a `type` that it, or a function it mentions, writes down. */
import ts from 'typescript'
import { isOwn } from './program.ts'

/** Whether a node stands for what is written there. A parameter or the key of an interface says nothing of what it will be. */
const isValue = (node: ts.Declaration): boolean =>
  ts.isVariableDeclaration(node) ||
  ts.isFunctionDeclaration(node) ||
  ts.isPropertyAssignment(node) ||
  ts.isShorthandPropertyAssignment(node) ||
  ts.isMethodDeclaration(node)

const listTexts = (node: ts.Node): ReadonlyArray<string> => {
  if (ts.isStringLiteral(node)) return [node.text]
  if (ts.isConditionalExpression(node)) return [...listTexts(node.whenTrue), ...listTexts(node.whenFalse)]
  if (ts.isAsExpression(node) || ts.isParenthesizedExpression(node)) return listTexts(node.expression)
  return []
}

/** The texts that the `type` of a record may be. */
const listTags = (node: ts.ObjectLiteralExpression): ReadonlyArray<string> =>
  node.properties.flatMap((one) =>
    ts.isPropertyAssignment(one) && one.name.getText() === 'type' ? listTexts(one.initializer) : [],
  )

/** Whether a node mentions a parameter of the function that it stands in. */
const mentionsParameter = (checker: ts.TypeChecker, node: ts.Node, index: number): boolean => {
  const parameter = ts.findAncestor(node, ts.isFunctionLike)?.parameters[index]
  if (parameter === undefined) return false
  const visit = (inner: ts.Node): boolean => {
    const symbol = ts.isIdentifier(inner) ? checker.getSymbolAtLocation(inner) : undefined
    const declared = symbol?.valueDeclaration
    if (declared !== undefined && ts.findAncestor(declared, (one) => one === parameter) !== undefined) return true
    return ts.forEachChild(inner, (child) => visit(child) || undefined) === true
  }
  return visit(node)
}

/** The nodes to look at for `a`, where `const { a } = make(x)`: what `make` gives as `a`, and `x` where that mentions it. */
const followBinding = (checker: ts.TypeChecker, element: ts.BindingElement): ReadonlyArray<ts.Node> => {
  const declaration = element.parent.parent
  if (!ts.isVariableDeclaration(declaration) || declaration.initializer === undefined) return []
  const { initializer } = declaration
  const name = (element.propertyName ?? element.name).getText()
  const given = checker.getTypeAtLocation(initializer).getProperty(name)?.valueDeclaration
  if (given === undefined || !isValue(given) || !isOwn(given.getSourceFile())) return [initializer]
  const handed = ts.isCallExpression(initializer) ? initializer.arguments : []
  return [given, ...handed.filter((_argument, index) => mentionsParameter(checker, given, index))]
}

/** The nodes that a name stands for; none where it is no value of the project's own. */
const followSymbol = (checker: ts.TypeChecker, symbol: ts.Symbol | undefined): ReadonlyArray<ts.Node> => {
  if (symbol === undefined) return []
  const real = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol
  const declaration = real.valueDeclaration
  if (declaration === undefined || !isOwn(declaration.getSourceFile())) return []
  if (ts.isBindingElement(declaration)) return followBinding(checker, declaration)
  return isValue(declaration) ? [declaration] : []
}

/** What a node leads to next. */
const followNode = (checker: ts.TypeChecker, node: ts.Node): ReadonlyArray<ts.Node> => {
  if (ts.isPropertyAssignment(node)) return [node.initializer]
  if (ts.isShorthandPropertyAssignment(node))
    return followSymbol(checker, checker.getShorthandAssignmentValueSymbol(node))
  if (ts.isPropertyAccessExpression(node)) {
    const found = followSymbol(checker, checker.getSymbolAtLocation(node.name))
    return found.length > 0 ? found : [node.expression]
  }
  if (ts.isIdentifier(node)) return followSymbol(checker, checker.getSymbolAtLocation(node))
  const children: ts.Node[] = []
  ts.forEachChild(node, (child) => void children.push(child))
  return children
}

/** Every node that is reached, through each function of the project's own that is mentioned on the way and that `lets` in. */
const reachNodes = (
  checker: ts.TypeChecker,
  start: ts.Node,
  lets: (file: string) => boolean = () => true,
): ReadonlySet<ts.Node> => {
  const seen = new Set<ts.Node>()
  const open: ts.Node[] = [start]
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (seen.has(node) || ts.isTypeNode(node) || !lets(node.getSourceFile().fileName)) continue
    seen.add(node)
    open.push(...followNode(checker, node))
  }
  return seen
}

/** The tags of all records that are written down there. */
export const reachTags = (checker: ts.TypeChecker, start: ts.Node): ReadonlySet<string> =>
  new Set([...reachNodes(checker, start)].flatMap((node) => (ts.isObjectLiteralExpression(node) ? listTags(node) : [])))

/** The texts that are written down there, and the keys of records: what a table of reactions listens to. */
export const reachTexts = (
  checker: ts.TypeChecker,
  start: ts.Node,
  lets: (file: string) => boolean,
): ReadonlySet<string> =>
  new Set(
    [...reachNodes(checker, start, lets)].flatMap((node) => {
      if (ts.isStringLiteral(node)) return [node.text]
      return ts.isPropertyAssignment(node) || ts.isMethodDeclaration(node) ? [node.name.getText()] : []
    }),
  )
