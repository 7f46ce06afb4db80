import type { LogFlaw } from './log-finding.ts'
import type { Unfit } from './words.ts'

/** Where one thing is wrong. */
export interface Flaw extends Unfit {
  readonly type: LogFlaw
}
export type Flaws = ReadonlyArray<Flaw>

export const flaw = (type: LogFlaw, path: string, expected: string): Flaw => ({ type, path, expected })
export const flawIf = (type: LogFlaw, unfit: Unfit | null): Flaws => (unfit === null ? [] : [{ type, ...unfit }])
