import { readdirSync, readFileSync } from 'node:fs'

/** A rule or clause as its page in `docs/reference` lists it. */
export interface Rule {
  readonly id: string
  readonly text: string
  readonly basis: string
  /** Built, and to be cited by a test; what comes later is listed without a proof. */
  readonly built: boolean
}

const row = /^\| ([NOAHWSGPCL]\d{1,2}) \| (.+) \| (.+) \| (built|in part|later) \|$/

const reference = 'docs/reference'

/** Every row of the tables of rules and clauses, in their order. */
export const readRules = (): ReadonlyArray<Rule> =>
  ['rules.md', 'clauses.md'].flatMap((page) =>
    readFileSync(`${reference}/${page}`, 'utf8')
      .split('\n')
      .flatMap((line) => {
        const [, id, text, basis, state] = row.exec(line) ?? []
        return id === undefined || text === undefined || basis === undefined
          ? []
          : [{ id, text, basis, built: state !== 'later' }]
      }),
  )

/** The ids that the first column of a table in any reference page has: rules, clauses, indicators. */
export const listReferenceIds = (): ReadonlySet<string> =>
  new Set(
    readdirSync(reference)
      .filter((page) => page.endsWith('.md'))
      .flatMap((page) =>
        [...readFileSync(`${reference}/${page}`, 'utf8').matchAll(/^\| ([A-Z]\d{1,2}) \|/gm)].map(([, id = '']) => id),
      ),
  )
