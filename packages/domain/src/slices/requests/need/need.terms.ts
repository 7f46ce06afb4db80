import { list } from '@zhiyuan/kernel'
import { Code, ServiceClass } from '../../../vocabulary/values.ts'
import { Term } from '../../organisation/policy/term.codec.ts'
import { section } from '../../organisation/policy/terms.ts'

/** What needs read of a policy. */
export const needTerms = section(
  'needs',
  {
    /** N2: a need is answered by then; exactly at it is on time. */
    answer: Term,
    /** N7: a request for information lapses. */
    information: Term,
    /** N1: kinds of need; the plan's five and local ones. */
    kinds: list(Code, 1, 100),
    /** O3: classes of service that a need may be approved for. */
    classes: list(ServiceClass, 1, 4),
  },
  {
    answer: { hours: 24 },
    information: { days: 7 },
    kinds: ['thought', 'policy-law', 'work-life', 'health', 'feelings', 'environment'],
    classes: ['thematic', 'common', 'individual', 'special-group'],
  },
)
