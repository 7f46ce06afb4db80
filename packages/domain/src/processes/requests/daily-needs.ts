import { localDay, send, type Envelope, type PersonId, type Process } from '@zhiyuan/kernel'
import type { LedgerCommand, LedgerEvent } from '../../ledger.ts'
import { needTerms } from '../../slices/requests/need/need.terms.ts'
import type { NeedSubmitted } from '../../slices/requests/need/need.codec.ts'
import { judgeSide } from '../../slices/requests/need/need.read.ts'
import {
  findPolicy,
  findZone,
  policyFold,
  readTerms,
  type Policy,
  type PolicyBook,
} from '../../slices/organisation/policy/policy.read.ts'
import type { NeedId } from '../../vocabulary/ids.ts'

/** The needs of one person or one proxy of the office, by the instant at which they were recorded; or, under one key, all adopted policies. */
export type IntakeRow =
  | { readonly type: 'policies'; readonly policies: ReadonlyArray<Policy> }
  | {
      readonly type: 'needs'
      readonly needs: ReadonlyArray<{ readonly needId: NeedId; readonly at: Envelope<LedgerEvent>['recordedAt'] }>
    }

const policiesKey = 'policies'

/** Who submits, and whether as a proxy of the office: the two are counted apart. */
const findSubmitter = ({
  requester,
  proxy,
}: NeedSubmitted): { readonly person: PersonId; readonly byOffice: boolean } =>
  proxy === null
    ? { person: requester, byOffice: false }
    : { person: proxy.person, byOffice: judgeSide(proxy.kind) === 'office' }

const submitterKey = (event: NeedSubmitted): string => {
  const { person, byOffice } = findSubmitter(event)
  return `${byOffice ? 'office' : 'person'}:${person}`
}

const readBook = (row: IntakeRow | undefined): PolicyBook => ({
  ...policyFold.initial,
  policies: row?.type === 'policies' ? row.policies : [],
})

/** A row is small: more than this many of one day are held anyway. */
const mostKept = 1_000

const evolve = (row: IntakeRow, { data, recordedAt: at }: Envelope<LedgerEvent>): IntakeRow => {
  if (row.type === 'policies') {
    if (data.type !== 'PolicyAdopted') return row
    const { version, document, effectiveFrom, sections, adoptedAt } = data
    return { ...row, policies: [...row.policies, { version, document, effectiveFrom, sections, adoptedAt }] }
  }
  if (data.type !== 'NeedSubmitted') return row
  const { needId } = data
  const others = row.needs.filter((one) => one.needId !== needId).slice(-mostKept)
  return { ...row, needs: [...others, { needId, at }] }
}

/** N16: what a person or a proxy of the office submits beyond the policy's number a day is held for the clerk. No stream has both needs. */
export const dailyNeeds: Process<IntakeRow, LedgerEvent, LedgerCommand> = {
  name: 'daily-needs',
  version: 1,
  initial: (key) => (key === policiesKey ? { type: 'policies', policies: [] } : { type: 'needs', needs: [] }),
  keys: (event) => {
    if (event.type === 'PolicyAdopted') return [policiesKey]
    return event.type === 'NeedSubmitted' ? [policiesKey, submitterKey(event)] : []
  },
  evolve,
  react: ({ data, recordedAt }, [adopted, submitted]) => {
    if (data.type !== 'NeedSubmitted' || submitted?.type !== 'needs') return []
    const book = readBook(adopted)
    const policy = findPolicy(book, recordedAt)
    if (policy === null) return []
    const { person, proxy } = readTerms(needTerms, policy).submittedADay
    const most = findSubmitter(data).byOffice ? proxy : person
    const zone = findZone(book)
    const today = submitted.needs.filter(({ at }) => localDay(zone, at) === localDay(zone, recordedAt))
    return most !== null && today.length > most ? [send({ type: 'HoldNeed', needId: data.needId, most })] : []
  },
}
