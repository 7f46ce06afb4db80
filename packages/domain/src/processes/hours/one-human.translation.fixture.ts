/** Records of the ledger in the words of the oracle. */
import { minutesBetween, msPerMinute, plusMillis, type Instant } from '@zhiyuan/kernel'
import type { ServiceRecord } from '../../slices/hours/record/index.ts'
import type { Ref, State, Status } from './one-human.oracle.fixture.ts'

const midnight = '2020-04-29T00:00:00.000Z' as Instant
/** The instant of a minute of the oracle. */
export const instant = (minute: number): Instant => plusMillis(midnight, minute * msPerMinute)
const countMinute = (at: Instant | undefined): number => minutesBetween(midnight, at ?? midnight)

export const recordName = ({ volunteer, recordId }: Pick<ServiceRecord, 'volunteer' | 'recordId'>): Ref =>
  `${volunteer}/${recordId}`
const statuses: Readonly<Record<ServiceRecord['status'], Status>> = {
  submitted: 'waiting',
  held: 'waiting',
  returned: 'waiting',
  verified: 'counting',
  'correction-requested': 'counting',
  suspended: 'suspended',
  voided: 'voided',
  rejected: 'rejected',
  withdrawn: 'withdrawn',
}

/** A record of the ledger as the oracle knows it. */
export const asOracle = (one: ServiceRecord): State['records'][number] => ({
  registration: one.volunteer,
  id: one.recordId,
  start: countMinute(one.segments[0]?.start),
  end: countMinute(one.segments.at(-1)?.end),
  recordedAt: countMinute(one.recordedAt),
  status: statuses[one.status],
  held: one.holds
    .filter(({ kind, cleared, lifted }) => kind === 'overlap' && cleared === null && !lifted)
    .flatMap(({ because }) => because.map(recordName)),
})

/** The pairs on which a person ruled by clearing the hold of a record. */
export const listRuled = (one: ServiceRecord): State['ruled'] =>
  one.holds
    .filter(({ kind, cleared }) => kind === 'overlap' && cleared !== null)
    .flatMap(({ because }) => because.map((other): readonly [Ref, Ref] => [recordName(one), recordName(other)]))
