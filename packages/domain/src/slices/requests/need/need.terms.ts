import { closed, list, nullable } from '@zhiyuan/kernel'
import { Code, ServiceClass } from '../../../vocabulary/values.ts'
import { Limit, Term } from '../../organisation/policy/term.codec.ts'
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
    /** N16: how many needs a person, and a proxy of the office, submit in one local day; more are held for the clerk. Null: no limit. */
    submittedADay: closed({ person: nullable(Limit), proxy: nullable(Limit) }),
    /** N2: how often information may be asked for. Null: as often as the clerk likes. */
    informationAsks: nullable(Limit),
    /** N12: an approved need without a live order is told to the unit above after this term. Null: it is not. */
    orderDue: nullable(Term),
    /** N13: how often in one local day a need or order may be urged. */
    urgesADay: Limit,
    /** N14: needs this close in time may be twins. Null: none is proposed. */
    twins: nullable(Term),
  },
  {
    answer: { hours: 24 },
    information: { days: 7 },
    kinds: ['thought', 'policy-law', 'work-life', 'health', 'feelings', 'environment'],
    classes: ['thematic', 'common', 'individual', 'special-group'],
    submittedADay: { person: null, proxy: null },
    informationAsks: null,
    orderDue: null,
    urgesADay: 1,
    twins: null,
  },
)
