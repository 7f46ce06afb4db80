import type { Ledger } from '@zhiyuan/ledger'
import type { LedgerEnvelope, LedgerEvent } from '@zhiyuan/domain'
import { plusMillis, type Instant } from '@zhiyuan/kernel'
import type { Scenes } from '../simulation/cast.ts'
import type { Seen } from './correction.ts'

/** The counted minutes of two registrations at one instant. */
interface Standing {
  readonly at: Instant
  readonly person: number
  readonly survivor: number
}

/** What became of the scenes that the story tells by name. */
export interface ToldScenes {
  /** N13: one resident urges, first the need, then its order. */
  readonly urged: {
    readonly needId: string | null
    readonly need: ReadonlyArray<Seen>
    readonly order: ReadonlyArray<Seen>
    readonly served: ReadonlyArray<Seen>
  }
  /** O27: one order gets a later date. */
  readonly later: {
    readonly orderId: string | null
    readonly by: string | null
    readonly from: string | null
    readonly to: string | null
    readonly asked: ReadonlyArray<Seen>
    readonly granted: ReadonlyArray<Seen>
    readonly served: ReadonlyArray<Seen>
  }
  /** G2: two people are merged by mistake, and split again. */
  readonly split: {
    readonly person: string | null
    readonly survivor: string | null
    readonly merged: ReadonlyArray<Seen>
    readonly split: ReadonlyArray<Seen>
    /** Records of both at one time, which the merge suspended and the split let count again. */
    readonly suspended: ReadonlyArray<Seen>
    readonly again: ReadonlyArray<Seen>
    /** The two persons of each decision. */
    readonly by: { readonly merged: string; readonly split: string }
    /** Just before the merge, just before the split, and just after it. */
    readonly minutes: ReadonlyArray<Standing>
  }
}

type Type = LedgerEvent['type']
type OfType<T extends Type> = Extract<LedgerEnvelope, { readonly type: T }>

const look = ({ id, recordedAt }: LedgerEnvelope): Seen => ({ eventId: id, at: recordedAt })
const describeActor = ({ actor }: LedgerEnvelope): string => (actor.type === 'person' ? actor.person : actor.process)

const makeFinder = (events: ReadonlyArray<LedgerEnvelope>) => {
  const find = <T extends Type>(type: T) => events.filter((one): one is OfType<T> => one.type === type)
  const describePersons = (...types: ReadonlyArray<Type>): string =>
    types.flatMap((type) => find(type).map(describeActor)).join(' + ')
  return { find, describePersons }
}

/** Reads at which times a scene was served. */
const findService = async (ledger: Ledger, orderId: string | null): Promise<ReadonlyArray<Seen>> => {
  const steps = orderId === null ? [] : ((await ledger.timeline({ orderId }))?.steps ?? [])
  return steps.flatMap(({ type, eventId, recordedAt: at }) => (type === 'ServiceReported' ? [{ eventId, at }] : []))
}

export const tellScenes = async (
  ledger: Ledger,
  scenes: Scenes,
  events: ReadonlyArray<LedgerEnvelope>,
): Promise<ToldScenes> => {
  const { find, describePersons } = makeFinder(events)
  const { urged: needId, later, pair } = scenes
  const [asked] = find('ExtensionAsked')
  const [merged] = find('RegistrationsMerged')
  const [split] = find('RegistrationsSplit')
  const readMinutes = async (volunteer: string, at: Instant): Promise<number> =>
    (await ledger.star(volunteer, { knownAt: at }))?.minutes ?? 0
  const standings: Standing[] = []
  if (pair !== null && merged !== undefined && split !== undefined)
    for (const at of [plusMillis(merged.recordedAt, -1), plusMillis(split.recordedAt, -1), split.recordedAt]) {
      const [person, survivor] = [await readMinutes(pair.person, at), await readMinutes(pair.survivor, at)]
      standings.push({ at, person, survivor })
    }
  return {
    urged: {
      needId,
      need: find('NeedUrged').map(look),
      order: find('OrderUrged').map(look),
      served: await findService(ledger, needId === null ? null : `o${needId.slice(1)}`),
    },
    later: {
      orderId: later?.orderId ?? null,
      by: asked?.data.by ?? null,
      from: asked?.data.from ?? null,
      to: asked?.data.to ?? null,
      asked: find('ExtensionAsked').map(look),
      granted: find('ExtensionGranted').map(look),
      served: await findService(ledger, later?.orderId ?? null),
    },
    split: {
      person: pair?.person ?? null,
      survivor: pair?.survivor ?? null,
      merged: find('RegistrationsMerged').map(look),
      split: find('RegistrationsSplit').map(look),
      suspended: find('RecordSuspended').map(look),
      again: find('RecordReinstated').map(look),
      by: {
        merged: describePersons('MergeProposed', 'RegistrationsMerged'),
        split: describePersons('SplitProposed', 'RegistrationsSplit'),
      },
      minutes: standings,
    },
  }
}
