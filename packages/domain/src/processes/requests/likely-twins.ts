import { msPerDay, plusMillis, send, type Instant, type Process } from '@zhiyuan/kernel'
import type { LedgerCommand, LedgerEvent } from '../../ledger.ts'
import type { NeedSubmitted } from '../../slices/requests/need/need.codec.ts'
import type { HumansEvent } from '../../slices/people/humans/humans.codec.ts'
import { humansFold, isSameHuman, type Humans } from '../../slices/people/humans/humans.read.ts'

type Alike = Pick<NeedSubmitted, 'needId' | 'requester' | 'contact'>

/**
 * The last needs of one kind with the same requester, or the same contact, wherever they were submitted, since an owner may change; those of
 * one kind at one unit in a month; or, under a key of its own, which registrations are one human.
 */
export interface AlikeRow {
  readonly needs: ReadonlyArray<Alike>
  readonly facts: ReadonlyArray<HumansEvent>
}

const mostCompared = 20
/** A row is bounded: beyond so many of one month, the older ones are found by the same registration alone. */
const mostOfMonth = 500
const humansKey = 'humans'

const isOfHumans = (event: LedgerEvent): event is HumansEvent =>
  event.type === 'RegistrationsMerged' || event.type === 'RegistrationsSplit'

const keyPeople = ({ kind, requester, contact }: NeedSubmitted): ReadonlyArray<string> => [
  `${kind}:requester:${requester}`,
  ...(contact === null ? [] : [`${kind}:contact:${contact}`]),
]
const keyMonth = ({ unitId, kind }: NeedSubmitted, at: Instant): string => `${unitId}:${kind}:${at.slice(0, 7)}`
/** The months of the last 31 days, of which each has more than 16: the last one last. */
const keyMonths = (event: NeedSubmitted): ReadonlyArray<string> => {
  const before = [31, 16, 0].map((days) => plusMillis(event.recordedAt, -days * msPerDay))
  return [...new Set(before.map((at) => keyMonth(event, at)))]
}

const note = (row: AlikeRow, event: NeedSubmitted, most: number): AlikeRow => {
  const { needId, requester, contact } = event
  const others = row.needs.filter((one) => one.needId !== needId)
  return { ...row, needs: [...others, { needId, requester, contact }].slice(-most) }
}

const isAlike = (humans: Humans, one: Alike, other: Alike): boolean =>
  isSameHuman(humans, one.requester, other.requester) ||
  (one.contact !== null && other.contact !== null && isSameHuman(humans, one.contact, other.contact))

/** N14, G2: the need that came later is compared with those that it may be a twin of, under any registration. */
export const likelyTwins: Process<AlikeRow, LedgerEvent, LedgerCommand> = {
  name: 'likely-twins',
  version: 2,
  initial: () => ({ needs: [], facts: [] }),
  keys: (event) => {
    if (isOfHumans(event)) return [humansKey]
    return event.type === 'NeedSubmitted' ? [humansKey, ...keyPeople(event), ...keyMonths(event)] : []
  },
  evolve: (row, { data }, key) => {
    if (isOfHumans(data)) return { ...row, facts: [...row.facts, data] }
    if (data.type !== 'NeedSubmitted') return row
    if (keyPeople(data).includes(key)) return note(row, data, mostCompared + 1)
    return key === keyMonth(data, data.recordedAt) ? note(row, data, mostOfMonth) : row
  },
  react: ({ data }, [known, ...rows]) => {
    if (data.type !== 'NeedSubmitted') return []
    const humans = (known?.facts ?? []).reduce(humansFold.evolve, humansFold.initial)
    const found = rows.flatMap(({ needs }) => needs).filter((one) => isAlike(humans, one, data))
    const others = new Set(found.map(({ needId }) => needId).filter((one) => one !== data.needId))
    const twins = [...others].slice(-mostCompared)
    return twins.length === 0 ? [] : [send({ type: 'ProposeTwins', needId: data.needId, twins })]
  },
}
