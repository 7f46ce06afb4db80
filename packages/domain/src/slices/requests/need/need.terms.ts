import { list } from '@zhiyuan/kernel'
import { Code, ServiceClass } from '../../../vocabulary/values.ts'
import { Term } from '../../organisation/policy/term.codec.ts'
import { section } from '../../organisation/policy/terms.ts'

/** Policy terms of needs. */
export const needTerms = section(
  'needs',
  {
    /** N2: the term to answer a need; exactly at its end is on time. */
    answer: Term,
    /** N7: after this term a request for information lapses. */
    information: Term,
    /** N1: the kinds of need: the plan's five and local ones. */
    kinds: list(Code, 1, 100),
    /** O3: the service classes that an approved need may have. */
    classes: list(ServiceClass, 1, 4),
  },
  {
    answer: { hours: 24 },
    information: { days: 7 },
    kinds: ['thought', 'policy-law', 'work-life', 'health', 'feelings', 'environment'],
    classes: ['thematic', 'common', 'individual', 'special-group'],
  },
)
