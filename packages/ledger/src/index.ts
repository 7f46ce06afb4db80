/**
 * The promise face of the ledger, with what a first program needs beside it; only a store comes from another package. Types that the face
 * takes or answers with are named here too, so that an embedder's declarations can name them.
 */
export { bazhou2020, calendar2020to2026, completeTerms, nationalDefaultPolicy, roles } from '@zhiyuan/domain'
export type {
  CompletePolicy,
  Deadline,
  LedgerEnvelope,
  LedgerEvent,
  LedgerRejection,
  Passbook,
  RoleName,
  StarFigures,
  TextRef,
  Timeline,
  TimelineStep,
  ToDoItem,
} from '@zhiyuan/domain'
export type { Assessment } from '@zhiyuan/domain/assessment'
export type { Instant } from '@zhiyuan/kernel'
export { LedgerFault, LedgerRefusal, seededRandomness, systemClock, systemRandomness, unwrap } from '@zhiyuan/runtime'
export type {
  Clock,
  EventStore,
  Fault,
  Ports,
  ProjectionStore,
  Randomness,
  Runtime,
  Service,
  ServiceOptions,
  SettleReport,
  Vault,
} from '@zhiyuan/runtime'
export { manualClock, type ManualClock } from './manual-clock.ts'
export * from './ledger.ts'
export type { Feed } from './feed.ts'
export type { CreateLedger } from './found.ts'
export type { LedgerQueries } from './queries.ts'
export type { AssessmentQuestion } from './queries/assessment.ts'
export type { SpendablePassbook } from './queries/passbook.ts'
export type { RankedTeams } from './queries/rank-teams.ts'
export type { Acting, LookCause, OwnHold, OwnRecord, OwnRecordItem, OwnStatus } from '@zhiyuan/domain/hours'
export type { Subject, TimerName, Waits } from '@zhiyuan/domain/requests'
export type { MadeRuling, RulingsQuestion } from './queries/rulings.ts'
export type { Looking, SecondLook } from './queries/second-looks.ts'
export type { Known } from './queries/stars.ts'
export type { TimelineSubject } from './queries/timeline.ts'
export { ledgerLaws } from './laws.ts'
export { replay, type Replayed } from './replay.ts'
export type { By, CommandType, PlainActor, PlainCommand, PlainCommands, Sending } from './sending.ts'
