import type * as t from 'io-ts'
import { closed, Instant, integer, list, type Decoded } from '@zhiyuan/kernel'
import { section, type TermFault } from './terms.ts'

export interface OffsetMinutesBrand {
  readonly OffsetMinutes: unique symbol
}
/** Minutes that local time is ahead of UTC; negative where it is behind. */
export type OffsetMinutes = t.Branded<number, OffsetMinutesBrand>
export const OffsetMinutes = integer<OffsetMinutesBrand>('OffsetMinutes', -1440, 1440)

const fields = {
  /** S7: local time. The first transition also holds for the time before it. */
  zone: list(closed({ from: Instant, offsetMinutes: OffsetMinutes }), 1, 64),
}

/** With transitions out of order, an instant would have no definite local day. */
const refuseDisorder = ({ zone }: Decoded<typeof fields>): TermFault<'zone'> | null =>
  zone.every(({ from }, index) => from > (zone[index - 1]?.from ?? ''))
    ? null
    : { term: 'zone', expected: 'transitions in order of time' }

/** Policy terms of the policy slice itself: local time. */
export const localTerms = section(
  'local',
  fields,
  { zone: [{ from: '1900-01-01T00:00:00.000Z', offsetMinutes: 480 }] },
  refuseDisorder,
)
