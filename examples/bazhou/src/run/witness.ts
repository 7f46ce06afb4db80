import type { LedgerEnvelope, LedgerEvent } from '@zhiyuan/domain'
import { isSold } from '../simulation/fraud.ts'

type Offered = Extract<LedgerEnvelope, { readonly type: 'OrderOffered' }>

/** Picks out what the screens show, while the log is written. */
export interface Witness {
  readonly see: (envelope: LedgerEnvelope) => void
  /** The order with the most kinds of steps, and the need that it was placed for. */
  readonly richestOrder: () => { readonly orderId: string; readonly needId: string } | null
  /** The dispatch decision with the most to weigh. */
  readonly hardestChoice: () => Offered | null
  /** Events about the sold records and about the star that was bought with them. */
  readonly ofTheSale: () => ReadonlyArray<LedgerEnvelope>
  readonly referred: () => number
  readonly served: () => number
}

const weight = ({ data: { ranking } }: Offered): number =>
  Math.min(ranking.candidateCount, 4) * 10 + ranking.leftOut.length * 20 + (ranking.candidates[0]?.load ?? 0)

/** @param buyer gives the buyer of the hours, once it is known. */
export const witness = (buyer: () => string | null): Witness => {
  const kinds = new Map<string, Set<string>>()
  const needOf = new Map<string, string>()
  const sale: LedgerEnvelope[] = []
  let hardest: Offered | null = null
  const counts = { referred: 0, served: 0 }
  const isOfTheSale = (event: LedgerEvent): boolean =>
    ('recordId' in event && isSold(event.recordId)) ||
    (event.type.startsWith('Star') && 'volunteer' in event && event.volunteer === buyer())
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
      if (isOfTheSale(event)) sale.push(envelope)
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
    referred: () => counts.referred,
    served: () => counts.served,
  }
}
