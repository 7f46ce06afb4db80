import type { Ledger } from '@zhiyuan/ledger'
import type { LedgerEnvelope, LedgerEvent } from '@zhiyuan/domain'
import type { Instant } from '@zhiyuan/kernel'
import type { Deed } from '../simulation/agenda.ts'
import type { Cast } from '../simulation/cast.ts'
import {
  certifyBuyer,
  discoverFraud,
  isSold,
  minutesSold,
  publishEvenings,
  ruleBurst,
  seeHurry,
  sellRecords,
  verifySold,
  type Scheme,
} from '../simulation/fraud.ts'
import { beijingTime } from '../simulation/hours.ts'
import type { Division } from '../world/units.ts'

/** The number of volunteers on the sold list. */
const listedCount = 24

/** The buyer: of the volunteers whom the sold hours carry over the first threshold, the one furthest below it. */
const findBuyer = async (ledger: Ledger, at: Instant): Promise<string | null> => {
  const table = await ledger.starTable({ knownAt: at })
  const carried = table
    .filter(({ eligible, granted, gateOpen }) => eligible === 0 && granted === 0 && gateOpen)
    .filter(({ shortOfNext }) => shortOfNext <= minutesSold)
    .sort((a, b) => b.shortOfNext - a.shortOfNext || (a.volunteer < b.volunteer ? -1 : 1))
  return carried[0]?.volunteer ?? null
}

/** Makes the scheme: a village sells invented evenings to the buyer and others of its township. */
const planScheme = (cast: Cast, units: ReadonlyArray<Division>, buyer: string, at: Instant): Scheme => {
  const home = cast.homeOf.get(buyer) ?? ''
  const township = units.find(({ code }) => code === home)?.parent ?? home
  const others = [...cast.homeOf.keys()].filter((person) => person !== buyer)
  const near = others.filter(
    (person) => units.find(({ code }) => code === cast.homeOf.get(person))?.parent === township,
  )
  const listed = [buyer, ...new Set([...near, ...others])].slice(0, listedCount)
  return { host: home, township, buyer, listed, homeOf: cast.homeOf, on: at }
}

/** The sale's course, planned step by step as the ledger answers. */
export interface SaleCourse {
  readonly scheme: () => Scheme | null
  /** To be called after every tick. */
  readonly after: (at: Instant) => Promise<void>
  /** To be called for every event. */
  readonly see: (envelope: LedgerEnvelope) => void
}

type Burst = Extract<LedgerEvent, { readonly type: 'BurstNoted' }>

const isOfTheSale = ({ entries }: Burst): boolean => entries.some(({ recordId }) => isSold(recordId))

export const saleCourse = (
  ledger: Ledger,
  cast: Cast,
  units: ReadonlyArray<Division>,
  dayOfSale: Instant,
): SaleCourse => {
  let scheme: Scheme | null = null
  const ruled = new Set<string>()
  const plan = (deeds: ReadonlyArray<Deed>): void => deeds.forEach((deed) => cast.agenda.plan(deed))
  const begin = async (at: Instant): Promise<void> => {
    const buyer = await findBuyer(ledger, at)
    if (buyer === null) return
    scheme = planScheme(cast, units, buyer, beijingTime(at, 7, 11))
    plan([...publishEvenings(scheme, at), ...sellRecords(scheme), ...verifySold(scheme)])
    plan([...certifyBuyer(scheme), ...discoverFraud(scheme)])
  }
  return {
    scheme: () => scheme,
    after: async (at) => {
      if (scheme === null && at >= dayOfSale) await begin(at)
    },
    see: ({ data }) => {
      if (scheme === null) return
      if (data.type === 'RulingsHurried' && data.unitId === scheme.township) {
        const { unitId, person, at } = data
        plan([seeHurry(scheme, { unitId, person, at })])
      }
      if (data.type !== 'BurstNoted' || !isOfTheSale(data) || ruled.has(data.burstId)) return
      ruled.add(data.burstId)
      plan([ruleBurst(scheme, { burstId: data.burstId, number: data.number })])
    },
  }
}
