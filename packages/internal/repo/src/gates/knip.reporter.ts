import { relative } from 'node:path'
import type { ReporterOptions } from 'knip'
import type { Finding } from './gate.ts'

/** Prints knip's answer as one line of JSON, with how many files it looked at, which its own reporters leave out. */
export default ({ issues, counters, report, configurationHints, cwd }: ReporterOptions): void => {
  const kinds = Object.keys(issues).filter((kind) => report[kind as keyof typeof report]) as (keyof typeof issues)[]
  const found = kinds.flatMap((kind) =>
    Object.values(issues[kind]).flatMap((byName) =>
      Object.values(byName).map(({ filePath, symbol }) => `${relative(cwd, filePath)}: ${kind}: ${symbol}`),
    ),
  )
  const hints = configurationHints.map((hint) => `knip.json: ${hint.type}: ${String(hint.identifier)}`)
  const finding: Finding = { looked: counters.total, things: 'files', violations: [...found, ...hints] }
  console.log(JSON.stringify(finding))
}
