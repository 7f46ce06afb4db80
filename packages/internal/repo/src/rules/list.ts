import { readFileSync } from 'node:fs'

/** A rule or clause as `docs/reference/rules.md` lists it. */
export interface Rule {
  readonly id: string
  readonly text: string
  readonly basis: string
  /** Built, and to be cited by a test; what comes later is listed without a proof. */
  readonly built: boolean
}

const row = /^\| ([NOAHWSGPC]\d{1,2}) \| (.+) \| (.+) \| (built|in part|later) \|$/

/** Every row of the tables, in their order. */
export const readRules = (file = 'docs/reference/rules.md'): ReadonlyArray<Rule> =>
  readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line) => {
      const [, id, text, basis, state] = row.exec(line) ?? []
      return id === undefined || text === undefined || basis === undefined
        ? []
        : [{ id, text, basis, built: state !== 'later' }]
    })
