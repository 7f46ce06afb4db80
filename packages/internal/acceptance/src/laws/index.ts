/** The laws that hold in every history of the county. */
import type { WorldLaw } from '@zhiyuan/testing'
import { boundedDecisions } from './bounded-decisions.ts'
import { conserved } from './conserved.ts'
import { keptCaptures } from './kept-captures.ts'
import { nothingUnfinished } from './nothing-unfinished.ts'
import { noOwnFavour } from './own-favour.ts'
import { placedRecords } from './placed-records.ts'
import { processesRest } from './processes-rest.ts'

export const countyLaws: ReadonlyArray<WorldLaw> = [
  nothingUnfinished,
  keptCaptures,
  boundedDecisions,
  conserved,
  noOwnFavour,
  placedRecords,
  processesRest,
]
