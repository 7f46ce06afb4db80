import type { LedgerEnvelope, LedgerEvent } from '@zhiyuan/domain'
import { isInvented, isSold, type Scheme } from '../simulation/fraud.ts'
import { isOfAScene } from '../simulation/scenes.ts'

type Offered = Extract<LedgerEnvelope, { readonly type: 'OrderOffered' }>

/** Picks out what the screens show, while the log is written. */
export interface Witness {
  readonly see: (envelope: LedgerEnvelope) => void
  /** The order with the most kinds of steps, and the need that it was placed for. */
  readonly richestOrder: () => { readonly orderId: string; readonly needId: string } | null
  /** The dispatch decision with the most to weigh. */
  readonly hardestChoice: () => Offered | null
  /** Events about the invented evenings, the sold records and the star that was bought with them. */
  readonly ofTheSale: () => ReadonlyArray<LedgerEnvelope>
  /** Events of the scenes that are told by name. */
  readonly ofTheScenes: () => ReadonlyArray<LedgerEnvelope>
  /** How presences came to the ledger: how many events of each type. */
  readonly presences: () => Presences
  readonly referred: () => number
  readonly served: () => number
}

const weight = ({ data: { ranking } }: Offered): number =>
  Math.min(ranking.candidateCount, 4) * 10 + ranking.leftOut.length * 20 + (ranking.candidates[0]?.load ?? 0)

const presenceTypes = [
  'CheckedIn',
  'RollCalled',
  'PresenceCaptured',
  'AttendanceConfirmed',
  'CaptureTakenOver',
  'CheckOutTakenBack',
  'SheetEntered',
  'SheetApproved',
] as const satisfies ReadonlyArray<LedgerEvent['type']>
export type Presences = Readonly<Record<(typeof presenceTypes)[number], number>>

const isOfTheSale = (event: LedgerEvent, scheme: Scheme): boolean => {
  if (event.type === 'SessionPublished') return isInvented(event.sessionId)
  if (event.type === 'BurstRuled') return isInvented(event.burstId.replace(/^s\./, ''))
  if (event.type === 'RulingsHurried' || event.type === 'HurrySeen') return event.unitId === scheme.township
  if ('recordId' in event && isSold(event.recordId)) return true
  return event.type.startsWith('Star') && 'volunteer' in event && event.volunteer === scheme.buyer
}

/** @param findScheme gives the scheme of the sale, once it is known. */
export const witness = (findScheme: () => Scheme | null): Witness => {
  const kinds = new Map<string, Set<string>>()
  const needOf = new Map<string, string>()
  const sale: LedgerEnvelope[] = []
  const scenes: LedgerEnvelope[] = []
  let hardest: Offered | null = null
  const counts = { referred: 0, served: 0 }
  const presences = new Map<string, number>(presenceTypes.map((type) => [type, 0]))
  return {
    see: (envelope) => {
      const event = envelope.data
      if ('orderId' in event) {
        const seen = kinds.get(event.orderId) ?? new Set()
        kinds.set(event.orderId, seen.add(event.type))
      }
      if (event.type === 'OrderPlaced') needOf.set(event.orderId, event.needId)
      if (envelope.type === 'OrderOffered' && (hardest === null || weight(envelope) > weight(hardest)))
        hardest = envelope
      if (event.type === 'NeedReferred') counts.referred += 1
      if (event.type === 'ServiceReported') counts.served += 1
      const seen = presences.get(event.type)
      if (seen !== undefined) presences.set(event.type, seen + 1)
      const scheme = findScheme()
      if (scheme !== null && isOfTheSale(event, scheme)) sale.push(envelope)
      if (isOfAScene(event)) scenes.push(envelope)
    },
    richestOrder: () => {
      const [orderId] = [...kinds].reduce<readonly [string, number]>(
        (best, [order, { size }]) => (size > best[1] ? [order, size] : best),
        ['', 0],
      )
      const needId = needOf.get(orderId)
      return needId === undefined ? null : { orderId, needId }
    },
    hardestChoice: () => hardest,
    ofTheSale: () => sale,
    ofTheScenes: () => scenes,
    presences: () => Object.fromEntries(presences) as Presences,
    referred: () => counts.referred,
    served: () => counts.served,
  }
}
