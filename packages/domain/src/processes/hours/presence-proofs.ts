import { send, type PersonId, type Process } from '@zhiyuan/kernel'
import type { LedgerCommand, LedgerEvent } from '../../ledger.ts'
import type { RecordId } from '../../vocabulary/ids.ts'
import { isOfAttendance, occasionKey } from '../../vocabulary/occasion.ts'
import type { Segments } from '../../vocabulary/values.ts'

interface ByHand {
  readonly recordId: RecordId
  readonly segments: Segments
  /** All of the human, where the unit above ruled that the service took place (H2a); else null. */
  readonly ruledFor: ReadonlyArray<PersonId> | null
}

/** A volunteer's records by hand of one round or session. */
export interface ProofsRow {
  readonly byHand: ReadonlyArray<ByHand>
}

const telling = [
  'RecordSubmitted',
  'RecordResubmitted',
  'RecordCorrected',
  'TookPlaceRuled',
  'RecordVerified',
  'RecordReinstated',
] as const satisfies ReadonlyArray<LedgerEvent['type']>
type Tells = Extract<LedgerEvent, { readonly type: (typeof telling)[number] }>

/** A record of the attendance itself was made of what was confirmed, so it proves nothing else. */
const isByHand = (event: LedgerEvent): event is Tells =>
  (telling as ReadonlyArray<string>).includes(event.type) &&
  'source' in event &&
  'recordId' in event &&
  !isOfAttendance(event.recordId, event.source)

const note = ({ byHand }: ProofsRow, event: Tells): ProofsRow => {
  if (!('segments' in event)) return { byHand }
  const { recordId, segments } = event
  const known = byHand.find((one) => one.recordId === recordId)
  const ruledFor = event.type === 'TookPlaceRuled' ? event.registrations : (known?.ruledFor ?? null)
  return { byHand: [...byHand.filter((one) => one !== known), { recordId, segments, ruledFor }] }
}

/** Whom the record proves to have been there: H14 asks for a sheet that is attested, H2a for a ruling of the unit above. */
const listProven = ({ ruledFor }: ByHand, { volunteer, grade }: Extract<Tells, { readonly grade: unknown }>) =>
  ruledFor ?? (grade === 'attested' ? [volunteer] : [])

/**
 * A record by hand for which others vouch proves the presence that no one has confirmed, once it counts: a line of a sheet (H14), or one of which
 * the unit above ruled that the service took place (H2a).
 */
export const presenceProofs: Process<ProofsRow, LedgerEvent, LedgerCommand> = {
  name: 'presence-proofs',
  version: 1,
  initial: () => ({ byHand: [] }),
  keys: (event) => (isByHand(event) ? [`${occasionKey(event.source)}.${event.volunteer}`] : []),
  evolve: (row, { data }) => (isByHand(data) ? note(row, data) : row),
  react: ({ data }, [row]) => {
    if (data.type !== 'RecordVerified' && data.type !== 'RecordReinstated') return []
    const { recordId, source: occasion } = data
    const by = data.type === 'RecordVerified' ? data.approver : data.by
    const record = row?.byHand.find((one) => one.recordId === recordId)
    if (record === undefined || by === null) return []
    const { segments } = record
    return listProven(record, data).map((volunteer) =>
      send({ type: 'ProvePresence', occasion, volunteer, recordId, segments, by }),
    )
  },
}
