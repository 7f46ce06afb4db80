/** Which terms of policies guard truth less than their defaults (G5): they are named with the stars that they touch. */
import type { Decoded, Fields } from '@zhiyuan/kernel'
import { attendanceDefaults, attendanceTerms } from '../../attendance/assignment/assignment.terms.ts'
import { burstDefaults, burstTerms } from '../../hours/record/burst.terms.ts'
import { recordDefaults, recordTerms } from '../../hours/record/record.terms.ts'
import type { Policy } from '../../organisation/policy/policy.read.ts'
import type { Term, TermName } from '../../organisation/policy/term.codec.ts'
import { readTerms, type Section } from '../../organisation/policy/terms.ts'
import { starDefaults, starTerms } from './star.terms.ts'

/** Rough minutes, for comparing only: a working day counts as a day. */
const measureTerm = (term: Term): number => {
  if ('hours' in term) return term.hours * 60
  return ('days' in term ? term.days : term.workingDays) * 1440
}

/** How much a term lets pass: a greater number is laxer. */
type Laxity = ReadonlyArray<readonly [name: string, lets: number]>
type Attendance = typeof attendanceTerms.absent
type Records = typeof recordTerms.absent
type Bursts = typeof burstTerms.absent
type Stars = typeof starTerms.absent

const measureAttendance = (terms: Attendance): Laxity => [
  ['attest', measureTerm(terms.attest)],
  ['excuse', measureTerm(terms.excuse)],
  ['told', terms.told],
  ['capture', terms.capture === null ? 0 : measureTerm(terms.capture)],
  ['checkOutBack', terms.checkOutBack],
  ['overrun', terms.overrun],
  ['confirmsADay', terms.confirmsADay.clerk ?? Infinity],
  ['confirmsADay', terms.confirmsADay.unit ?? Infinity],
]
const measureRecords = (terms: Records): Laxity => [
  ['late', measureTerm(terms.late)],
  ['caps', terms.caps.perDay],
  ['caps', terms.caps.perEvent],
  ['fit', terms.fit ?? Infinity],
  ['publishedSessions', terms.publishedSessions ? 0 : 1],
  ['secondLook', terms.secondLook === null ? 0 : -measureTerm(terms.secondLook)],
  ['dayHold', terms.dayHold ?? Infinity],
  ['chain', terms.chain?.most ?? Infinity],
  ['chain', terms.chain === null ? 0 : 0 - terms.chain.gap],
]
const measureBursts = (terms: Bursts): Laxity => [
  ['people', terms.people],
  ['peopleADay', terms.peopleADay ?? Infinity],
  ['pace', terms.pace?.acts ?? Infinity],
  ['pace', terms.pace === null ? 0 : 0 - terms.pace.minutes],
]
const measureStars = ({ gate, manualShare }: Stars): Laxity => [
  ['gate', 0 - gate],
  ['manualShare', manualShare.p / manualShare.q],
]

type Editions = ReadonlyArray<Policy>

/** A term is laxer where it is in one of the editions. */
const compare = (section: string, editions: ReadonlyArray<Laxity>, standard: Laxity): ReadonlyArray<TermName> =>
  standard
    .filter(([, most], index) => editions.some((terms) => (terms[index]?.[1] ?? most) > most))
    .map(([name]) => `${section}.${name}` as TermName)

const compareSection =
  <F extends Fields>(section: Section<string, F>, measure: (terms: Decoded<F>) => Laxity, defaults: object) =>
  (editions: Editions): ReadonlyArray<TermName> => {
    const terms = editions.map((policy) => measure(readTerms(section, policy)))
    // Plain numbers without brands: the national preset adopts the same objects, and the policy's codec reads them there.
    return compare(section.name, terms, measure(defaults as Decoded<F>))
  }
const sections = [
  compareSection(attendanceTerms, measureAttendance, attendanceDefaults),
  compareSection(recordTerms, measureRecords, recordDefaults),
  compareSection(burstTerms, measureBursts, burstDefaults),
  compareSection(starTerms, measureStars, starDefaults),
]

/** G5: the terms that guard truth and are laxer than their defaults in one of these policies, each once, in the order of the sections. */
export const listLaxerTerms = (editions: Editions): ReadonlyArray<TermName> => [
  ...new Set(sections.flatMap((list) => list(editions))),
]
