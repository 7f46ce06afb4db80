/** Records that count, by different hands, and those who rule on them. */
import type { LedgerEvent } from '../../ledger.ts'
import { deed, type CountyActor, type CountyCast, type CountyLook, type CountyStep } from '../scene.ts'
import { everyVolunteer, hostedSession, hosts, lookIsOver } from './session.ts'
import { seen } from './seen.ts'

type Verified = Extract<LedgerEvent, { readonly type: 'RecordVerified' }>

interface Counted {
  readonly record: { readonly volunteer: string; readonly recordId: string }
  readonly start: string
  readonly minutes: number
  readonly volunteer: CountyActor
  /** Of the unit that answers for it. */
  readonly approver: CountyActor
  /** Of the unit above. */
  readonly above: CountyActor
}

const describe = (look: CountyLook, { volunteer, recordId, bodyId }: Verified): Counted | null => {
  const host = hosts.find(({ unit }) => unit === bodyId)
  const person = everyVolunteer.find((one) => one.person === volunteer)
  const entered = seen(look, 'RecordSubmitted').find((one) => one.recordId === recordId && one.volunteer === volunteer)
  const [first] = entered?.segments ?? []
  if (host === undefined || person === undefined || entered === undefined || first === undefined) return null
  return {
    record: { volunteer, recordId },
    start: first.start,
    minutes: entered.minutes,
    volunteer: person,
    approver: host.offices.approver,
    above: host.above.approver,
  }
}

const doubting = ['CorrectionRequested', 'RecordSuspended'] as const

/** A step about the last record that counts, and of which no one has doubted anything yet. */
export const ofLastCounted =
  (act: (counted: Counted) => ReturnType<typeof deed>): CountyStep =>
  (look) => {
    const doubted = doubting.flatMap((type) => seen(look, type))
    const last = seen(look, 'RecordVerified').findLast(
      (one) => !doubted.some(({ recordId, volunteer }) => recordId === one.recordId && volunteer === one.volunteer),
    )
    const counted = last === undefined ? null : describe(look, last)
    return counted === null ? null : act(counted)
  }

/** A further step about the record that an earlier event of the scene was about. */
export const ofSame =
  (
    find: (look: CountyLook) => { readonly volunteer: string; readonly recordId: string } | undefined,
    act: (counted: Counted) => ReturnType<typeof deed>,
  ): CountyStep =>
  (look) => {
    const own = find(look)
    const verified = seen(look, 'RecordVerified').find(
      ({ recordId, volunteer }) => recordId === own?.recordId && volunteer === own.volunteer,
    )
    const counted = verified === undefined ? null : describe(look, verified)
    return counted === null ? null : act(counted)
  }

/** A record of a session that counts in the end: published, entered, and verified once its second look was over. */
export const countRecord = (cast: CountyCast): ReadonlyArray<CountyStep> => {
  const session = hostedSession(cast)
  const record = { volunteer: cast.pick(everyVolunteer), recordId: `R${cast.id}` }
  return [
    session.publish,
    session.over,
    session.backfill(record.volunteer, record.recordId, 20),
    lookIsOver(record.recordId),
    deed(session.offices.approver, 'VerifyRecord', { ...record, volunteer: record.volunteer.person }),
  ]
}
