/** The laws that hold in every history of the county. */
import type { WorldLaw } from '@zhiyuan/testing'
import { processesRest } from './processes-rest.ts'

export const countyLaws: ReadonlyArray<WorldLaw> = [processesRest]
