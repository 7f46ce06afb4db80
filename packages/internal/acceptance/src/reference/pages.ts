/** Every page of `docs/reference` that is made from the sources. */
import { readFileSync } from 'node:fs'
import type { Catalogue } from './catalogue.ts'
import { commandsPage } from './commands.page.ts'
import { detectorsPage } from './detectors.page.ts'
import { eventsPage } from './events.page.ts'
import { indicatorsPage } from './indicators.page.ts'
import { lifecyclesPage } from './lifecycles.page.ts'
import { policyPage } from './policy.page.ts'
import { inRepository } from './program.ts'
import { rejectionsPage } from './rejections.page.ts'
import { rolesPage } from './roles.page.ts'
import { toDoPage } from './to-do.page.ts'

/** The pages by file, from the root of the repository. */
export const makePages = (catalogue: Catalogue): ReadonlyMap<string, string> =>
  new Map([
    ['docs/reference/commands.md', commandsPage(catalogue)],
    ['docs/reference/detectors.md', detectorsPage()],
    ['docs/reference/events.md', eventsPage(catalogue)],
    ['docs/reference/indicators.md', indicatorsPage()],
    ['docs/reference/lifecycles.md', lifecyclesPage(catalogue)],
    ['docs/reference/policy.md', policyPage(catalogue)],
    ['docs/reference/rejections.md', rejectionsPage(catalogue)],
    ['docs/reference/roles.md', rolesPage(catalogue)],
    ['docs/reference/to-do.md', toDoPage(catalogue)],
  ])

const readPage = (file: string): string => {
  try {
    return readFileSync(inRepository(file), 'utf8')
  } catch {
    return ''
  }
}

/** The first line in which a page as it is kept differs from the page as it would be made, with the command that makes it anew. */
const compare = (file: string, made: string): ReadonlyArray<string> => {
  const kept = readPage(file).split('\n')
  const lines = made.split('\n')
  const at = lines.findIndex((line, index) => line !== kept[index])
  if (at < 0 && kept.length === lines.length) return []
  const line = at < 0 ? lines.length : at
  return [
    `${file}:${line + 1} is not what the sources say, \`npm run reference\` makes it anew: ${lines[line] ?? '(no line)'}`,
  ]
}

/** What is out of date, page by page. */
export const comparePages = (pages: ReadonlyMap<string, string>): ReadonlyArray<string> =>
  [...pages].flatMap(([file, made]) => compare(file, made))
