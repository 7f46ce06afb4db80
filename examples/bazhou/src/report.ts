import { closeSync, existsSync, openSync, rmSync, writeFileSync } from 'node:fs'
import type { Digests } from '@zhiyuan/ledger'
import type { Assessment, StarFigures } from '@zhiyuan/domain'
import type { ImportReport } from '@zhiyuan/import'
import type { Correction } from './run/correction.ts'
import type { ToldScenes } from './run/told-scenes.ts'
import type { Presences } from './run/witness.ts'

/** What `--json FILE` writes. Volunteers, teams, service and rosters in it are simulated. */
export interface Report {
  readonly simulated: ReadonlyArray<string>
  readonly rows: number
  readonly new: number
  readonly existing: number
  readonly refused: ImportReport['refused']
  readonly referred: number
  readonly served: number
  readonly presences: Presences
  readonly events: number
  readonly digest: Digests
  readonly stars: ReadonlyArray<StarFigures>
  readonly assessment: Assessment
  readonly scenes: ToldScenes
  readonly correction: Correction | null
  readonly seconds: number
  readonly peakMemoryMB: number
}

export const simulated: Report['simulated'] = [
  'volunteers',
  'teams',
  'rosters',
  'posts',
  'service',
  'reviews',
  'sale of hours',
  'township populations',
]

export const peakMemoryMB = (): number => Math.round(process.resourceUsage().maxRSS / 1024)

/** The reason why no report can be written there; null where it can. An existing file stays unchanged. */
export const whyUnwritable = (file: string): string | null => {
  const isNew = !existsSync(file)
  try {
    closeSync(openSync(file, 'a'))
    if (isNew) rmSync(file)
    return null
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

export const writeReport = (file: string, report: Report): void => {
  writeFileSync(file, `${JSON.stringify(report, null, 2)}\n`)
}
