import { closed, list } from '@zhiyuan/kernel'
import { EvidenceGrade, Minutes } from '../../../vocabulary/values.ts'
import { Term } from '../../organisation/policy/term.codec.ts'
import { section } from '../../organisation/policy/terms.ts'

/** Policy terms of service records. */
export const recordTerms = section(
  'records',
  {
    /** H4: a record made later than this is marked late. */
    late: Term,
    /** H6: caps that mark. */
    caps: closed({ perDay: Minutes, perEvent: Minutes }),
    /** S8: grades that count towards figures and stars. */
    countedGrades: list(EvidenceGrade, 1, 3),
  },
  {
    late: { workingDays: 10 },
    caps: { perDay: 480, perEvent: 480 },
    countedGrades: ['system', 'attested', 'manual'],
  },
)
