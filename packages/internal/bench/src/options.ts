import { parseArgs } from 'node:util'

export interface Options {
  /** Where the results go as JSON; null for none. */
  readonly json: string | null
  readonly full: boolean
  /** Words of which a measure's name must contain one; none: all. */
  readonly words: ReadonlyArray<string>
}

const help = `志愿账本：速度，与同一次运行中的下限相比 · how fast, against floors in the same run

npm run bench [-- words and options]
  WORD…         only measures whose name contains one of the words: sqlite, postgres, rebuild, decide, detector
  --json FILE   write [{measure, unit, value, floor, ratio, target, met}]
  --full        also what takes long: rebuilding from 10 million events (needs about 12 GB of disk)
  --help        this text

Median of the rounds; only ratios mean anything on another machine. Exits 1 when a target is missed.
`

/** Reads the command line: options, or the text to print and the exit code. */
export const readOptions = (args: ReadonlyArray<string>): Options | { readonly say: string; readonly code: number } => {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        json: { type: 'string' },
        full: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    })
    if (values.help) return { say: help, code: 0 }
    return { json: values.json ?? null, full: values.full, words: positionals.map((word) => word.toLowerCase()) }
  } catch (error) {
    return { say: `${error instanceof Error ? error.message : String(error)}\n\n${help}`, code: 2 }
  }
}
