import { readFileSync } from 'node:fs'
import { pages } from '../docs/fences.ts'
import { listRuleIds } from '../rules/list.ts'
import { listCited, listUnknown, readPageIds, readTitleIds } from '../rules/comments.ts'
import { filesMatching, typescriptSources } from '../sources.ts'
import type { Gate } from './gate.ts'

/** Each id of a rule, clause or indicator that a comment, a test's title or a page cites stands in `docs/reference/rules.md`. */
export const ids: Gate = () => {
  const known = listRuleIds()
  const read = (file: string): string => readFileSync(file, 'utf8')
  const cited = [
    ...listCited(typescriptSources()),
    ...filesMatching('{packages,examples}/**/*.test.ts').map((file) => ({ file, ids: readTitleIds(read(file)) })),
    ...pages().map((file) => ({ file, ids: readPageIds(read(file)) })),
  ]
  const places = cited.filter(({ ids: found }) => found.length > 0)
  return Promise.resolve({
    looked: places.length,
    things: `files that cite one of ${known.size} ids`,
    violations: listUnknown(places, known).map((one) => `${one} stands nowhere in docs/reference/rules.md`),
  })
}
