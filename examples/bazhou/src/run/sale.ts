import type { Ledger } from '@zhiyuan/ledger'
import type { Instant } from '@zhiyuan/kernel'
import type { Cast } from '../simulation/cast.ts'
import {
  certifyBuyer,
  clearHolds,
  discoverFraud,
  minutesSold,
  sellRecords,
  soldRecords,
  type HeldRecord,
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
}

export const saleCourse = (
  ledger: Ledger,
  cast: Cast,
  units: ReadonlyArray<Division>,
  dayOfSale: Instant,
): SaleCourse => {
  let scheme: Scheme | null = null
  let cleared = false
  const begin = async (at: Instant): Promise<void> => {
    const buyer = await findBuyer(ledger, at)
    if (buyer === null) return
    scheme = planScheme(cast, units, buyer, beijingTime(at, 1, 11))
    for (const deed of [...sellRecords(scheme), ...certifyBuyer(scheme), ...discoverFraud(scheme)])
      cast.agenda.plan(deed)
  }
  const clear = async (of: Scheme): Promise<void> => {
    const held: HeldRecord[] = []
    for (const { volunteer, recordId } of soldRecords(of)) {
      const [holdId] = await ledger.openHolds(volunteer, recordId)
      if (holdId !== undefined) held.push({ volunteer, recordId, holdId })
    }
    cleared = held.length > 0
    for (const deed of clearHolds(of, held)) cast.agenda.plan(deed)
  }
  return {
    scheme: () => scheme,
    after: async (at) => {
      if (scheme === null && at >= dayOfSale) await begin(at)
      else if (scheme !== null && !cleared && at > scheme.on) await clear(scheme)
    },
  }
}
