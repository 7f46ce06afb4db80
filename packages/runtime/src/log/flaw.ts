import type { Recorded } from '../ports/ports.ts'
import type { LogFinding, LogFlaw } from './log-finding.ts'
import type { Unfit } from './read-stored-event.ts'

/** Where one thing is wrong. */
export interface Flaw extends Unfit {
  readonly type: LogFlaw
}
export type Flaws = ReadonlyArray<Flaw>

export const flaw = (type: LogFlaw, path: string, expected: string): Flaw => ({ type, path, expected })
export const flawIf = (type: LogFlaw, unfit: Unfit | null): Flaws => (unfit === null ? [] : [{ type, ...unfit }])

/** A flaw of an event, as it is told. */
export const locateFlaw =
  ({ position, event: { id } }: Recorded) =>
  ({ type, path, expected }: Flaw): LogFinding => ({ type, position, id, path, expected })
