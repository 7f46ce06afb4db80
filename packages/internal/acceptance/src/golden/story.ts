/** The golden story, row by row. Refusals write nothing. */
import type { Row } from './row.ts'
import { backOffice } from './story/back-office.ts'
import { firstRound } from './story/first-round.ts'
import { secondRound } from './story/second-round.ts'

export const story: ReadonlyArray<Row> = [...firstRound, ...secondRound, ...backOffice]
