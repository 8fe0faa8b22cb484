import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

const ASSETS = fileURLToPath(new URL('../../dist/assets', import.meta.url))

export interface BuiltFile {
  name: string
  text: string
}

/** Scripts or style sheets of the built interface. */
export function builtFiles(ending: '.js' | '.css'): BuiltFile[] {
  if (!fs.existsSync(ASSETS)) throw new Error('the interface is not built: npm run build')
  return fs
    .readdirSync(ASSETS)
    .filter((name) => name.endsWith(ending))
    .map((name) => ({ name, text: fs.readFileSync(path.join(ASSETS, name), 'utf8') }))
}

/** First Chromium of functions that libraries like to call (MDN compatibility data). */
const METHODS: Record<string, number> = {
  replaceAll: 85,
  at: 92,
  findLast: 97,
  findLastIndex: 97,
  toSorted: 110,
  toReversed: 110,
  toSpliced: 110,
}
const OBJECTS: Record<string, number> = {
  'Promise.any': 85,
  'crypto.randomUUID': 92,
  'Object.hasOwn': 93,
  'AbortSignal.any': 116,
  'AbortSignal.timeout': 124,
  'Object.groupBy': 117,
  'Map.groupBy': 117,
  'Promise.withResolvers': 119,
  'Array.fromAsync': 121,
}
const GLOBALS: Record<string, number> = { WeakRef: 84, FinalizationRegistry: 84, structuredClone: 98 }

export interface Demand {
  what: string
  /** First Chromium that has it. */
  since: number
}

/** What a script asks of the browser: by its syntax tree, so that words and names of its own do not count. */
export function demandsOf({ name, text }: BuiltFile): Demand[] {
  const source = ts.createSourceFile(name, text, ts.ScriptTarget.ESNext, true, ts.ScriptKind.JS)
  const demands = new Map<string, number>()
  const visit = (node: ts.Node) => {
    for (const { what, since } of [...syntaxDemands(node), ...callDemands(node)]) demands.set(what, since)
    ts.forEachChild(node, visit)
  }
  visit(source)
  return [...demands].map(([what, since]) => ({ what, since }))
}

function syntaxDemands(node: ts.Node): Demand[] {
  if (ts.isBinaryExpression(node)) {
    const { kind } = node.operatorToken
    const isLogical = [
      ts.SyntaxKind.QuestionQuestionEqualsToken,
      ts.SyntaxKind.BarBarEqualsToken,
      ts.SyntaxKind.AmpersandAmpersandEqualsToken,
    ].includes(kind)
    if (isLogical) return [{ what: ts.tokenToString(kind) ?? '', since: 85 }]
    if (kind === ts.SyntaxKind.InKeyword && ts.isPrivateIdentifier(node.left)) return [{ what: '#x in', since: 91 }]
  }
  if (ts.isMethodDeclaration(node) && ts.isPrivateIdentifier(node.name)) return [{ what: '#method()', since: 84 }]
  if (ts.isClassStaticBlockDeclaration(node)) return [{ what: 'static {}', since: 94 }]
  if (ts.isRegularExpressionLiteral(node)) {
    const flags = node.text.slice(node.text.lastIndexOf('/') + 1)
    if (flags.includes('v')) return [{ what: '/x/v', since: 112 }]
    if (flags.includes('d')) return [{ what: '/x/d', since: 90 }]
  }
  return []
}

function callDemands(node: ts.Node): Demand[] {
  if (!ts.isCallExpression(node) && !ts.isNewExpression(node)) return []
  const { expression } = node
  if (ts.isIdentifier(expression)) return demand(GLOBALS, expression.text)
  if (!ts.isPropertyAccessExpression(expression)) return []
  const method = expression.name.text
  const owner = ts.isIdentifier(expression.expression) ? `${expression.expression.text}.${method}` : ''
  if (owner in OBJECTS) return demand(OBJECTS, owner)
  return isForwarding(node, method) ? [] : demand(METHODS, method)
}

const demand = (known: Record<string, number>, what: string): Demand[] =>
  Object.hasOwn(known, what) ? [{ what, since: known[what] ?? 0 }] : []

/** `toSorted(x) { return inner.toSorted(x) }`: asks only where the caller has already asked. */
function isForwarding(node: ts.Node, method: string): boolean {
  const within = ts.findAncestor(node, ts.isMethodDeclaration)
  return within !== undefined && ts.isIdentifier(within.name) && within.name.text === method
}
