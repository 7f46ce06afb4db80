import {
  localDay,
  msPerDay,
  plusMillis,
  send,
  type Envelope,
  type Instant,
  type PersonId,
  type Process,
} from '@zhiyuan/kernel'
import type { LedgerCommand, LedgerEvent } from '../../ledger.ts'
import { needTerms } from '../../slices/requests/need/need.terms.ts'
import type { NeedSubmitted } from '../../slices/requests/need/need.codec.ts'
import {
  findPolicy,
  findZone,
  policyFold,
  readTerms,
  type Policy,
  type PolicyBook,
} from '../../slices/organisation/policy/policy.read.ts'
import type { HumansEvent } from '../../slices/people/humans/humans.codec.ts'
import { humansFold, isSameHuman } from '../../slices/people/humans/humans.read.ts'
import type { NeedId } from '../../vocabulary/ids.ts'

interface Intake {
  readonly needId: NeedId
  readonly person: PersonId
  readonly byOffice: boolean
  readonly at: Instant
}

/** The needs that were recorded on one day in UTC; or, under keys of their own, all adopted policies, and which registrations are one human. */
export type IntakeRow =
  | { readonly type: 'policies'; readonly policies: ReadonlyArray<Policy> }
  | { readonly type: 'humans'; readonly facts: ReadonlyArray<HumansEvent> }
  | { readonly type: 'needs'; readonly needs: ReadonlyArray<Intake> }

const policiesKey = 'policies'
const humansKey = 'humans'
const dayKey = (at: Instant): string => `day:${at.slice(0, 10)}`

/** Who submits, and whether as a proxy in an office: the two are counted apart. A volunteer visitor needs none, and so has the bound of a person. */
const findSubmitter = ({ requester, proxy }: NeedSubmitted): Pick<Intake, 'person' | 'byOffice'> =>
  proxy === null
    ? { person: requester, byOffice: false }
    : { person: proxy.person, byOffice: proxy.kind !== 'family' && proxy.kind !== 'volunteer-visitor' }

const isOfHumans = (event: LedgerEvent): event is HumansEvent =>
  event.type === 'RegistrationsMerged' || event.type === 'RegistrationsSplit'

const readBook = (row: IntakeRow | undefined): PolicyBook => ({
  ...policyFold.initial,
  policies: row?.type === 'policies' ? row.policies : [],
})

/** A row is bounded: who submits after so many of one day is not found among them, and everyone else is. */
const mostKept = 5_000

const evolve = (row: IntakeRow, { data, recordedAt: at }: Envelope<LedgerEvent>, key: string): IntakeRow => {
  if (row.type === 'policies') {
    if (data.type !== 'PolicyAdopted') return row
    const { version, document, effectiveFrom, sections, adoptedAt } = data
    return { ...row, policies: [...row.policies, { version, document, effectiveFrom, sections, adoptedAt }] }
  }
  if (row.type === 'humans') return isOfHumans(data) ? { ...row, facts: [...row.facts, data] } : row
  if (data.type !== 'NeedSubmitted' || key !== dayKey(at)) return row
  const { needId } = data
  const others = row.needs.filter((one) => one.needId !== needId).slice(-mostKept)
  return { ...row, needs: [...others, { needId, ...findSubmitter(data), at }] }
}

const startRow = (key: string): IntakeRow => {
  if (key === policiesKey) return { type: 'policies', policies: [] }
  return key === humansKey ? { type: 'humans', facts: [] } : { type: 'needs', needs: [] }
}

/**
 * N16: what one human or one proxy of the office submits beyond the policy's number a day is held for the clerk, under any registration. No
 * stream has both needs. A local day began at most a day ago, so that two days in UTC have all of it.
 */
export const dailyNeeds: Process<IntakeRow, LedgerEvent, LedgerCommand> = {
  name: 'daily-needs',
  version: 1,
  initial: startRow,
  keys: (event) => {
    if (event.type === 'PolicyAdopted') return [policiesKey]
    if (isOfHumans(event)) return [humansKey]
    if (event.type !== 'NeedSubmitted') return []
    const { recordedAt } = event
    return [policiesKey, humansKey, dayKey(recordedAt), dayKey(plusMillis(recordedAt, -msPerDay))]
  },
  evolve,
  react: ({ data, recordedAt }, [adopted, known, ...days]) => {
    if (data.type !== 'NeedSubmitted') return []
    const book = readBook(adopted)
    const policy = findPolicy(book, recordedAt)
    if (policy === null) return []
    const { person: ofPerson, proxy } = readTerms(needTerms, policy).submittedADay
    const { person, byOffice } = findSubmitter(data)
    const most = byOffice ? proxy : ofPerson
    const humans = (known?.type === 'humans' ? known.facts : []).reduce(humansFold.evolve, humansFold.initial)
    const zone = findZone(book)
    const isCounted = (one: Intake): boolean =>
      one.byOffice === byOffice &&
      isSameHuman(humans, one.person, person) &&
      localDay(zone, one.at) === localDay(zone, recordedAt)
    const today = days.flatMap((row) => (row.type === 'needs' ? row.needs : [])).filter(isCounted)
    return most !== null && today.length > most ? [send({ type: 'HoldNeed', needId: data.needId, most })] : []
  },
}
