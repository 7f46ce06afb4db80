import type { Instant } from '@zhiyuan/kernel'
import type { PlainActor, PlainCommand } from '@zhiyuan/ledger'

/** A dispatcher looks for a team. The best one is known only when the deed is done. */
export interface Dispatch {
  readonly type: 'Dispatch'
  readonly orderId: string
}

/** A deed of a simulated person, with its time. */
export interface Deed {
  readonly at: Instant
  readonly by: PlainActor
  /** Deeds of one lane are never sent together: they touch the same stream, or read each other's. */
  readonly lane: string
  readonly command: PlainCommand | Dispatch
  /** When the fact happened, where that is not the moment of sending. */
  readonly occurredAt?: Instant
}

/** Deeds that are sent at one time, as rounds one after the other. */
export interface Slot {
  readonly at: Instant
  readonly rounds: ReadonlyArray<ReadonlyArray<Deed>>
}

/** Deeds in order of time; those of one time in the order in which they were planned. */
export interface Agenda {
  readonly plan: (deed: Deed) => void
  /** Takes every deed whose time has come. A presence is told within ten minutes (A14); other deeds go with the next one, or now. */
  readonly due: (now: Instant) => ReadonlyArray<Slot>
  readonly size: () => number
}

const slotMillis = 10 * 60_000

/** The end of the slot that an instant lies in, at most now. */
const endSlot = (at: Instant, now: Instant): Instant => {
  const end = new Date(Math.ceil(Date.parse(at) / slotMillis) * slotMillis).toISOString() as Instant
  return end < now ? end : now
}

/** A deed that says when it happened is a presence: what is told of it late is a capture (A14). */
const isPresence = ({ occurredAt }: Deed): boolean => occurredAt !== undefined

/** When deeds are sent: few times, as each costs the store a transaction. */
const listTimes = (deeds: ReadonlyArray<Deed>, now: Instant): ReadonlyArray<Instant> => {
  const presences = deeds.filter(isPresence).map(({ at }) => endSlot(at, now))
  return [...new Set([...presences, now])].sort()
}

/** The n-th deed of a lane goes into the n-th round. */
const rounds = (deeds: ReadonlyArray<Deed>): ReadonlyArray<ReadonlyArray<Deed>> => {
  const depth = new Map<string, number>()
  const out: Deed[][] = []
  for (const deed of deeds) {
    const round = depth.get(deed.lane) ?? 0
    depth.set(deed.lane, round + 1)
    const members = (out[round] ??= [])
    members.push(deed)
  }
  return out
}

export const agenda = (): Agenda => {
  const byHour = new Map<string, Deed[]>()
  const hourPrefix = (at: Instant) => at.slice(0, 13)
  let count = 0
  return {
    plan: (deed) => {
      const hour = hourPrefix(deed.at)
      const deeds = byHour.get(hour)
      if (deeds === undefined) byHour.set(hour, [deed])
      else deeds.push(deed)
      count += 1
    },
    due: (now) => {
      const come: Deed[] = []
      for (const hour of [...byHour.keys()].filter((one) => one <= hourPrefix(now)).sort()) {
        const deeds = byHour.get(hour) ?? []
        come.push(...deeds.filter(({ at }) => at <= now))
        const later = deeds.filter(({ at }) => at > now)
        if (later.length === 0) byHour.delete(hour)
        else byHour.set(hour, later)
      }
      count -= come.length
      come.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
      return listTimes(come, now).flatMap((at, index, times) => {
        const before = times[index - 1] ?? ''
        const members = come.filter((deed) => deed.at <= at && deed.at > before)
        return members.length === 0 ? [] : [{ at, rounds: rounds(members) }]
      })
    },
    size: () => count,
  }
}
