import { list } from '@zhiyuan/kernel'
import { Code } from '../../../vocabulary/values.ts'
import { section } from '../policy/terms.ts'

/** Policy terms of teams. */
export const teamTerms = section(
  'teams',
  {
    /** C05: local specialties beside the eight fixed ones. */
    specialties: list(Code, 0, 100),
  },
  { specialties: [] },
)
