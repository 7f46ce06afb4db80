/** The promise face of the ledger, with what a first program needs beside it; only a store comes from another package. */
export { bazhou2020, calendar2020to2026, completeTerms, nationalDefaultPolicy } from '@zhiyuan/domain'
export {
  LedgerFault,
  LedgerRefusal,
  manualClock,
  unwrap,
  seededRandomness,
  systemClock,
  systemRandomness,
} from '@zhiyuan/runtime'
export * from './ledger.ts'
export type { Feed } from './feed.ts'
export type { CreateLedger } from './found.ts'
export type { LedgerQueries } from './queries.ts'
export type { AssessmentQuestion } from './queries/assessment.ts'
export type { RankedTeams } from './queries/rank-teams.ts'
export type { Known } from './queries/stars.ts'
export type { TimelineSubject } from './queries/timeline.ts'
export { ledgerLaws } from './laws.ts'
export { replay, type Replayed } from './replay.ts'
export type { By, CommandType, PlainActor, PlainCommand, PlainCommands, Sending } from './sending.ts'
