import { parseArgs } from 'node:util'

export interface Options {
  /** Where the figures go as JSON; null for none. */
  readonly json: string | null
  /** The SQLite file or, with DATABASE_URL, the schema of PostgreSQL; null for one of its own that is removed at the end. */
  readonly db: string | null
  /** Everything is kept in memory, and is gone at the end. */
  readonly memory: boolean
  /** How many times the 5,000 requests are taken. */
  readonly scale: number
  /** How many of the requests are taken at most, evenly over the year; null for all. */
  readonly needs: number | null
  readonly seed: string
}

const help = `志愿账本示例：霸州 2020 · Zhiyuan Ledger example: Bazhou 2020

npm start [-- options]
  --json FILE   write the figures as JSON
  --db NAME     keep the database there: a file or, with DATABASE_URL, a schema (it must not exist yet)
  --memory      keep everything in memory; 1.3 GB of it; the replay then runs in the same process
  --scale N     take the 5,000 requests N times, 1 to 20 (default 1)
  --needs N     take only N of the requests, evenly over the year
  --seed WORD   seed of the simulation (default bazhou-2020); same seed, same digests
  --help        this text

DATABASE_URL=postgres://…  run on that PostgreSQL, by a login that may create schemas; without it, on SQLite
EVENTSTOREDB_URL=esdb://…  keep the events at that EventStoreDB or KurrentDB, where they stay; rows and names in the database
`

const parseScale = (word: string): number | null => {
  const n = Number(word)
  return Number.isInteger(n) && n >= 1 && n <= 20 ? n : null
}

const parseNeeds = (word: string | undefined): number | null | undefined => {
  if (word === undefined) return null
  const n = Number(word)
  return Number.isInteger(n) && n >= 1 ? n : undefined
}

/** Reads the command line: options, or the text to print and the exit code. */
export const readOptions = (args: ReadonlyArray<string>): Options | { readonly say: string; readonly code: number } => {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        json: { type: 'string' },
        db: { type: 'string' },
        memory: { type: 'boolean', default: false },
        scale: { type: 'string', default: '1' },
        needs: { type: 'string' },
        seed: { type: 'string', default: 'bazhou-2020' },
        help: { type: 'boolean', default: false },
      },
    })
    if (values.help) return { say: help, code: 0 }
    const scale = parseScale(values.scale)
    if (scale === null) return { say: `--scale: 1–20, not ${values.scale}\n\n${help}`, code: 2 }
    const needs = parseNeeds(values.needs)
    if (needs === undefined)
      return { say: `--needs: a whole number from 1, not ${values.needs ?? ''}\n\n${help}`, code: 2 }
    const { json = null, db = null, memory, seed } = values
    if (memory && db !== null) return { say: `--memory: not with --db\n\n${help}`, code: 2 }
    return { json, db, memory, scale, needs, seed }
  } catch (error) {
    return { say: `${error instanceof Error ? error.message : String(error)}\n\n${help}`, code: 2 }
  }
}
