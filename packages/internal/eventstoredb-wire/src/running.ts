import type { SubscribeFault } from './faults.ts'

/** A read or a subscription under way. */
export interface Running {
  fault: SubscribeFault | undefined
  events: number
  /** Ends a wait for the log to grow. */
  wake: () => void
}
