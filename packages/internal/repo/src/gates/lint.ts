import { relative } from 'node:path'
import { ESLint } from 'eslint'
import type { Gate } from './gate.ts'

const describe = (result: ESLint.LintResult): ReadonlyArray<string> =>
  result.messages.map(
    ({ line, column, message, ruleId }) =>
      `${relative(process.cwd(), result.filePath)}:${line}:${column} ${message} (${ruleId ?? 'syntax'})`,
  )

/** The rules of eslint.config.js; a warning counts as a violation. */
export const lint: Gate = async () => {
  const results = await new ESLint({ errorOnUnmatchedPattern: false }).lintFiles(['packages', 'examples'])
  return { looked: results.length, things: 'files', violations: results.flatMap(describe) }
}
