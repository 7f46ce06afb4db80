/** Policies as data. The national defaults are this project's reading of common practice, not a document of any authority. */
import type { Plain } from '@zhiyuan/kernel'
import { attendanceDefaults } from '../slices/attendance/assignment/assignment.terms.ts'
import { burstDefaults } from '../slices/hours/record/burst.terms.ts'
import { recordDefaults } from '../slices/hours/record/record.terms.ts'
import { starDefaults } from '../slices/recognition/star/star.terms.ts'
import { completeTerms, type CompletePolicy, type PolicySections, type PolicyTermsSaid } from '../policy.ts'
import { shanghai } from '../slices/organisation/policy/presets/zone.ts'

const preset = (header: Plain<Omit<CompletePolicy, 'sections'>>, sections: PolicySections): CompletePolicy =>
  ({ ...header, sections }) as CompletePolicy

/** Every term is written out, so that a preset does not depend on the defaults of sections. */
const defaultTerms = {
  local: { zone: shanghai },
  teams: { specialties: [] },
  needs: {
    answer: { hours: 24 },
    information: { days: 7 },
    kinds: ['thought', 'policy-law', 'work-life', 'health', 'feelings', 'environment'],
    classes: ['thematic', 'common', 'individual', 'special-group'],
    submittedADay: { person: 5, proxy: 20 },
    informationAsks: 2,
    orderDue: { workingDays: 3 },
    urgesADay: 1,
    twins: { days: 30 },
  },
  orders: {
    offer: { hours: 4 },
    claim: { hours: 24 },
    escalation: { hours: 48 },
    serviceDue: { workingDays: 7 },
    missedCheckOut: { hours: 2 },
    reviewLapse: { days: 7 },
    askReview: { workingDays: 10 },
    reopen: { days: 15 },
    longestPlanned: 1440,
    supervise: { workingDays: 7 },
    refill: { before: { hours: 24 }, atLeast: { hours: 2 } },
    reviewReplace: { hours: 24 },
    extension: { workingDays: 2 },
    acceptOwner: { workingDays: 2 },
  },
  attendance: attendanceDefaults,
  records: recordDefaults,
  bursts: burstDefaults,
  points: { minutesPerPoint: 30 },
  stars: starDefaults,
  targets: { inServiceParticipation: 80, inServiceMinutesPerYear: 1200, massParticipation: 13, thinCoverage: 50 },
} as const satisfies Plain<PolicySections> & PolicyTermsSaid

const nationalTerms = completeTerms(defaultTerms)

/** Star levels at 100, 300, 600, 1000 and 1500 hours and the other defaults, in force until a jurisdiction adopts its own policy. */
export const nationalDefaultPolicy = preset(
  {
    version: 'HABITS-1',
    document: {
      number: null,
      issuer: '志愿账本 Zhiyuan Ledger',
      title: '通行做法默认值（非官方文件）',
      date: '2017-12-01',
    },
    effectiveFrom: '2017-12-01',
  },
  nationalTerms,
)

/** The plan of Bazhou of 2020-04-27; its text has no document number. The targets are the plan's, the other terms the national defaults. */
export const bazhou2020 = preset(
  {
    version: 'BAZHOU-2020',
    document: {
      number: null,
      issuer: '霸州市精神文明建设委员会',
      title: '关于加强新时代文明实践志愿服务机制建设的实施方案',
      date: '2020-04-27',
    },
    effectiveFrom: '2020-04-27',
  },
  nationalTerms,
)

/** For tests only: low thresholds for stars and bursts, and a plain UTC+8. */
export const test1 = preset(
  {
    version: 'TEST-1',
    document: { number: 'TEST-1', issuer: 'tests', title: 'Policy of the golden story', date: '2020-01-01' },
    effectiveFrom: '2020-01-01',
  },
  completeTerms(
    {
      local: { zone: [{ from: '1900-01-01T00:00:00.000Z', offsetMinutes: 480 }] },
      attendance: { told: 720 },
      records: { publishedSessions: false, secondLook: null },
      bursts: { people: 3 },
      stars: { thresholds: [300, 600, 1200, 2400, 4800], manualShare: { p: 1, q: 1 } },
    },
    nationalTerms,
  ),
)
