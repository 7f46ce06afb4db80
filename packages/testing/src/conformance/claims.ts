import type { Capabilities, EventStore } from '@zhiyuan/runtime'
import { cases, type Case } from './case.ts'

/** What is needed of a store that not every store claims: null where it is claimed, else its name. */
export type Claims = (capabilities: Capabilities) => string | null

export const positionsWithoutGaps: Claims = ({ dense }) => (dense ? null : 'positions without gaps')

export const idsUniqueInLog: Claims = ({ idsUniqueIn }) =>
  idsUniqueIn === 'log' ? null : 'ids unique in the whole log'

export const appendsInOrder: Claims = ({ inOrder }) => (inOrder ? null : 'appends in the order of their calls')

/** One sentence of the event store's contract, of every store or of those that claim something. */
export interface EventCase extends Case<EventStore> {
  readonly claims?: Claims
}

/** Cases of something that not every store claims, by their titles. */
export const claimedCases = (
  claims: Claims,
  checks: Readonly<Record<string, (store: EventStore) => Promise<void>>>,
): ReadonlyArray<EventCase> => cases(checks).map((each) => ({ ...each, claims }))

/** Why a case is not one of a store's with these capabilities; null where it is. */
export const notClaimed = ({ claims }: EventCase, capabilities: Capabilities): string | null => {
  const name = claims?.(capabilities) ?? null
  return name === null ? null : `not claimed by the store: ${name}`
}
