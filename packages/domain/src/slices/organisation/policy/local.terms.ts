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
  /** S7: local time, as offsets from UTC with the instant from which each holds; the first transition also holds before itself. */
  zone: list(closed({ from: Instant, offsetMinutes: OffsetMinutes }), 1, 64),
}

/** Transitions that are not in order of time would leave an instant without a sure day. */
const refuseDisorder = ({ zone }: Decoded<typeof fields>): TermFault<'zone'> | null =>
  zone.every(({ from }, index) => from > (zone[index - 1]?.from ?? ''))
    ? null
    : { term: 'zone', expected: 'transitions in order of time' }

/** What the policy slice itself reads: local time. */
export const localTerms = section(
  'local',
  fields,
  { zone: [{ from: '1900-01-01T00:00:00.000Z', offsetMinutes: 480 }] },
  refuseDisorder,
)
