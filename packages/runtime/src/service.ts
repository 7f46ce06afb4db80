import type { Fault } from './fault.ts'
import type { SettleReport } from './settle-report.ts'

export interface ServiceOptions {
  /** How often deadlines are looked at, in milliseconds; 1,000 if not said. */
  readonly everyMs?: number
  readonly onSettled?: (report: SettleReport) => void
  /** The service goes on after a fault: at the next event or tick it tries again. */
  readonly onFault?: (fault: Fault) => void
}

export interface Service {
  /** Resolves when the last settle has ended and no other will begin. */
  readonly stop: () => Promise<void>
}
