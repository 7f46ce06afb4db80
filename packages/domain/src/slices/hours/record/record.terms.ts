import { boolean, closed, list, nullable } from '@zhiyuan/kernel'
import { EvidenceGrade, Minutes } from '../../../vocabulary/values.ts'
import { Limit, Term } from '../../organisation/policy/term.codec.ts'
import { section } from '../../organisation/policy/terms.ts'

/** Policy terms of service records. They guard truth: see `findGuardPolicy` (G5). */
export const recordTerms = section(
  'records',
  {
    /** H4: a record made later than this is marked late. */
    late: Term,
    /** H6: caps that mark. */
    caps: closed({ perDay: Minutes, perEvent: Minutes }),
    /** S8: grades that count towards figures and stars. */
    countedGrades: list(EvidenceGrade, 1, 3),
    /** H2a: by how many minutes a record may lie beyond what the log says took place. Null: it is not compared. */
    fit: nullable(Minutes),
    /** H2a: a session must have been published before it began. */
    publishedSessions: boolean,
    /** H20: how long after its last entry a `manual` or late record may be verified at the earliest. Null: at once. */
    secondLook: nullable(Term),
    /** H13: a record with more minutes than these in one local day is held. Null: none is. */
    dayHold: nullable(Minutes),
    /** H21: records that adjoin, at most `gap` minutes apart: those after the first `most` are marked. Null: none is. */
    chain: nullable(closed({ gap: Minutes, most: Limit })),
  },
  {
    late: { workingDays: 10 },
    caps: { perDay: 480, perEvent: 480 },
    countedGrades: ['system', 'attested', 'manual'],
    fit: null,
    publishedSessions: false,
    secondLook: null,
    dayHold: null,
    chain: null,
  },
)

/** What a county is advised to adopt; a policy that guards less is named where it matters (G5). */
export const recordDefaults = {
  late: { workingDays: 10 },
  caps: { perDay: 480, perEvent: 480 },
  countedGrades: ['system', 'attested', 'manual'],
  fit: 30,
  publishedSessions: true,
  secondLook: { workingDays: 1 },
  dayHold: 960,
  chain: { gap: 30, most: 4 },
} as const
