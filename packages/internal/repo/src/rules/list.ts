import { existsSync, readFileSync } from 'node:fs'

/** A rule or clause as the page of rules lists it. */
export interface Rule {
  readonly id: string
  readonly text: string
  readonly basis: string
  /** Built, and to be cited by a test; what comes later is listed without a proof. */
  readonly built: boolean
}

const row = /^\| ([NOAHWSGPCL]\d{1,2}[a-d]?) \| (.+) \| (.+) \| (built|in part|later) \|$/

const page = 'docs/reference/rules.md'

/** Every rule and clause of the page, in its order. */
export const readRules = (): ReadonlyArray<Rule> =>
  readFileSync(page, 'utf8')
    .split('\n')
    .flatMap((line) => {
      const [, id, text, basis, state] = row.exec(line) ?? []
      return id === undefined || text === undefined || basis === undefined
        ? []
        : [{ id, text, basis, built: state !== 'later' }]
    })

/** The ids that a table of the page of rules has in its first column: rules, clauses, indicators. */
export const listRuleIds = (): ReadonlySet<string> =>
  new Set(
    existsSync(page)
      ? [...readFileSync(page, 'utf8').matchAll(/^\| ([A-Z]\d{1,2}[a-d]?) \|/gm)].map(([, id = '']) => id)
      : [],
  )
