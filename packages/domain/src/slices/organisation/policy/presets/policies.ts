/** Policies as data. The national habits are this project's reading of common practice, not a document of any authority. */
import type { Policy } from '../policy.state.ts'
import { shanghai } from './zone.ts'

const habits = {
  zone: shanghai,
  answer: { hours: 24 },
  information: { days: 7 },
  offer: { hours: 4 },
  claim: { hours: 24 },
  escalation: { hours: 48 },
  serviceDue: { workingDays: 7 },
  missedCheckOut: { hours: 2 },
  attest: { workingDays: 10 },
  excuse: { workingDays: 3 },
  reviewLapse: { days: 7 },
  reopen: { days: 15 },
  late: { workingDays: 10 },
  capture: { hours: 12 },
  notice: { workingDays: 5 },
  burst: { records: 20, withinMinutes: 10 },
  caps: { perDay: 480, perEvent: 480 },
  longestPlanned: 1440,
  stars: { thresholds: [6_000, 18_000, 36_000, 60_000, 90_000], gate: 350 },
  minutesPerPoint: 30,
  countedGrades: ['system', 'attested', 'manual'],
  needKinds: ['thought', 'policy-law', 'work-life', 'health', 'feelings', 'environment'],
  localSpecialties: [],
  serviceClasses: ['thematic', 'common', 'individual', 'special-group'],
  targets: { inServiceParticipation: 80, inServiceMinutesPerYear: 1200, massParticipation: 13, thinCoverage: 50 },
}

/** Star levels at 100, 300, 600, 1000 and 1500 hours and the other defaults, in force until a place sets its own. */
export const nationalHabits = {
  version: 'HABITS-1',
  document: {
    number: null,
    issuer: '志愿账本 Zhiyuan Ledger',
    title: '通行做法默认值（非官方文件）',
    date: '2017-12-01',
  },
  effectiveFrom: '2017-12-01',
  terms: habits,
} as unknown as Policy

/** The plan of Bazhou of 2020-04-27; its text has no document number. Targets are the plan's, the rest the habits. */
export const bazhou2020 = {
  version: 'BAZHOU-2020',
  document: {
    number: null,
    issuer: '霸州市精神文明建设委员会',
    title: '关于加强新时代文明实践志愿服务机制建设的实施方案',
    date: '2020-04-27',
  },
  effectiveFrom: '2020-04-27',
  terms: habits,
} as unknown as Policy

/** For tests only: short ways to stars and bursts, a plain UTC+8. */
export const test1 = {
  version: 'TEST-1',
  document: { number: 'TEST-1', issuer: 'tests', title: 'Policy of the golden story', date: '2020-01-01' },
  effectiveFrom: '2020-01-01',
  terms: {
    ...habits,
    zone: [{ from: '1900-01-01T00:00:00.000Z', offsetMinutes: 480 }],
    burst: { records: 3, withinMinutes: 10 },
    stars: { thresholds: [300, 600, 1200, 2400, 4800], gate: 350 },
  },
} as unknown as Policy
