import type { Measure } from '../measure.ts'
import { decisions } from './decide.ts'
import { detections } from './detectors.ts'
import { eventStoreMeasures } from './eventstoredb.ts'
import { postgresAppends } from './postgres.ts'
import { rebuilds } from './rebuild.ts'
import { sqliteAppends } from './sqlite-append.ts'
import { sqliteReads } from './sqlite-read.ts'

export const measures: ReadonlyArray<Measure> = [
  ...sqliteReads,
  ...sqliteAppends,
  ...rebuilds,
  ...postgresAppends,
  ...eventStoreMeasures,
  ...decisions,
  ...detections,
]
