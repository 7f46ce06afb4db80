import { closed, nullable } from '@zhiyuan/kernel'
import { Minutes } from '../../../vocabulary/values.ts'
import { Limit, Term } from '../../organisation/policy/term.codec.ts'
import { section } from '../../organisation/policy/terms.ts'

/** Policy terms of assignments. They guard truth: see `findGuardPolicy` (G5). */
export const attendanceTerms = section(
  'attendance',
  {
    /** A9: how long a person whom the log places there may confirm. */
    attest: Term,
    /** A8: how long an alleged absence may be excused by those who may allege it before it stands. */
    excuse: Term,
    /** A14: how many minutes late a check-in or check-out may reach the log and still be `system`. */
    told: Minutes,
    /** A14: how late it may reach the log and still be a capture, which counts once it is confirmed. Null: later than `told` is refused. */
    capture: nullable(Term),
    /** A8: within so many minutes a check-out by mistake may be taken back. 0: not at all. */
    checkOutBack: Minutes,
    /** A9: how many minutes past the planned end a confirmed end may lie. */
    overrun: Minutes,
    /** A9: how many confirmations a day count at once; later ones are held. Null: there is no limit. */
    confirmsADay: closed({ clerk: nullable(Limit), unit: nullable(Limit) }),
  },
  {
    attest: { workingDays: 10 },
    excuse: { workingDays: 3 },
    told: 720,
    capture: null,
    checkOutBack: 0,
    overrun: 1440,
    confirmsADay: { clerk: null, unit: null },
  },
)

/** What a county is advised to adopt; a policy that guards less is named where it matters (G5). */
export const attendanceDefaults = {
  attest: { workingDays: 10 },
  excuse: { workingDays: 3 },
  told: 15,
  capture: { days: 3 },
  checkOutBack: 15,
  overrun: 30,
  confirmsADay: { clerk: 10, unit: 20 },
} as const
