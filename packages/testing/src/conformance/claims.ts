import type { Capabilities, EventStore } from '@zhiyuan/runtime'
import { cases, type Case } from './case.ts'

/** A requirement that not every store claims to meet: null where the store claims it, else the requirement's name. */
export type Claims = (capabilities: Capabilities) => string | null

export const positionsWithoutGaps: Claims = ({ dense }) => (dense ? null : 'positions without gaps')

export const idsUniqueInLog: Claims = ({ idsUniqueIn }) =>
  idsUniqueIn === 'log' ? null : 'ids unique in the whole log'

export const appendsInOrder: Claims = ({ inOrder }) => (inOrder ? null : 'appends in the order of their calls')

/** One sentence of the event store's contract, for every store or only for those with a certain claim. */
export interface EventCase extends Case<EventStore> {
  readonly claims?: Claims
}

/** Cases of a claim that not every store makes, by their titles. */
export const claimedCases = (
  claims: Claims,
  checks: Readonly<Record<string, (store: EventStore) => Promise<void>>>,
): ReadonlyArray<EventCase> => cases(checks).map((each) => ({ ...each, claims }))

/** Why a case does not apply to a store with these capabilities; null where it does. */
export const notClaimed = ({ claims }: EventCase, capabilities: Capabilities): string | null => {
  const name = claims?.(capabilities) ?? null
  return name === null ? null : `not claimed by the store: ${name}`
}
