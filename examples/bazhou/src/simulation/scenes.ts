/** Scenes that the story tells by name: a resident urges, an order gets a later date, a wrong merge is taken back. */
import { plusHours, type Instant } from '@zhiyuan/kernel'
import type { LedgerEvent } from '@zhiyuan/domain'
import { administrator, clerk, dispatcher, requesterName, resident } from '../world/people.ts'
import { cityCode, type Division } from '../world/units.ts'
import type { Team } from '../world/teams.ts'
import type { Deed } from './agenda.ts'
import type { Cast, Happened, Pair } from './cast.ts'
import { beijingTime, nextMorning } from './hours.ts'

const sceneTypes: ReadonlySet<LedgerEvent['type']> = new Set([
  'NeedUrged',
  'OrderUrged',
  'ExtensionAsked',
  'ExtensionGranted',
  'MergeProposed',
  'RegistrationsMerged',
  'SplitProposed',
  'RegistrationsSplit',
])
/** A merge suspends what two people have done at one time, until a split says that they are two (A16, G2). */
const isByMerge = (event: LedgerEvent): boolean =>
  (event.type === 'RecordSuspended' && event.by === null && event.reason.code === 'two-places') ||
  (event.type === 'RecordReinstated' && event.by === null && event.reason.code === 'split')
export const isOfAScene = (event: LedgerEvent): boolean => sceneTypes.has(event.type) || isByMerge(event)

/** One resident is still without an answer after a day, and urges (N13). */
export const urgeNeed = (
  { scenes, agenda }: Cast,
  { now, event: { needId, requester } }: Happened<'NeedSubmitted'>,
) => {
  if (scenes.urged !== null) return
  scenes.urged = needId
  const by = resident(requester, cityCode)
  agenda.plan({ at: plusHours(now, 25), lane: needId, by, command: { type: 'UrgeNeed', needId } })
}

export const isUrged = ({ scenes }: Cast, orderId: string): boolean => scenes.urged?.slice(1) === orderId.slice(1)

/** The same resident urges again while the order waits for a team (N13). */
export const urgeOrder = (cast: Cast, { now, event: { orderId } }: Happened<'OrderPlaced'>): void => {
  if (!isUrged(cast, orderId)) return
  const by = resident(requesterName(orderId), cityCode)
  cast.agenda.plan({ at: plusHours(now, 40), lane: orderId, by, command: { type: 'UrgeOrder', orderId } })
}

const laterFrom = '2020-06-01' as Instant
/** How many days later the team can come: after the seven working days in which service is due. */
const laterDays = 16
const awayReason = { code: 'team-away', text: null }

/** The handler asks for a later date where a team is away (O27); false where another order has that scene. */
export const askLater = ({ scenes, agenda }: Cast, { now, event }: Happened<'OfferDeclined'>): boolean => {
  const { orderId, round, handler } = event
  if (scenes.later !== null || round > 1 || now < laterFrom) return false
  const day = beijingTime(now, laterDays, 9)
  scenes.later = { orderId, day }
  // At nine in Beijing it is the same day in UTC.
  const command = { type: 'AskExtension', orderId, round, day: day.slice(0, 10), reason: awayReason } as const
  agenda.plan({ at: plusHours(now, 1), lane: orderId, by: dispatcher(handler), command })
  return true
}

/** The requester agrees to the later date. */
export const grantLater = ({ agenda }: Cast, { now, event: { orderId, round } }: Happened<'ExtensionAsked'>): void =>
  agenda.plan({
    at: plusHours(now, 2),
    lane: orderId,
    by: resident(requesterName(orderId), cityCode),
    command: { type: 'AnswerExtension', orderId, round, grant: true },
  })

/** With the later date the order is dispatched anew. */
export const dispatchLater = ({ agenda }: Cast, { now, event: { orderId, handler } }: Happened<'ExtensionGranted'>) =>
  agenda.plan({ at: nextMorning(now), lane: orderId, by: dispatcher(handler), command: { type: 'Dispatch', orderId } })

/** The day on which a team serves the order, where that was put off. */
export const findLaterDay = ({ scenes: { later } }: Cast, orderId: string): Instant | null =>
  later?.orderId === orderId ? later.day : null

/** Of the township with both detachments and the most villages, a member of each. */
export const findPair = (teams: ReadonlyArray<Team>, units: ReadonlyArray<Division>): Pair | null => {
  const countVillages = (township: string): number => units.filter(({ parent }) => parent === township).length
  const pairs = teams.flatMap(({ id, unit, members: [, survivor] }): ReadonlyArray<Pair> => {
    const person = teams.find((other) => other.id === `d-${unit}-hr`)?.members[1]
    if (id !== `d-${unit}-he` || survivor === undefined || person === undefined) return []
    return [{ person, survivor, township: unit }]
  })
  const [largest] = pairs.toSorted((one, other) => countVillages(other.township) - countVillages(one.township))
  return largest ?? null
}

/** A clerk takes two people of one name for one, and the administrator merges them; two days later both are there in person (G2). */
export const planMistake = ({ person, survivor, township }: Pair, monday: Instant): ReadonlyArray<Deed> => {
  const merge = { person, survivor }
  const split = { person, others: [] }
  const officer = clerk(township)
  const reason = { code: 'two-people', text: null }
  const deed = (days: number, hour: number, by: Deed['by'], command: Deed['command']): Deed => ({
    at: beijingTime(monday, days, hour),
    lane: 'humans',
    by,
    command,
  })
  return [
    deed(0, 11, officer, { type: 'ProposeMerge', ...merge }),
    deed(0, 18, administrator, { type: 'MergeRegistrations', ...merge }),
    deed(2, 11, officer, { type: 'ProposeSplit', ...split }),
    deed(2, 18, administrator, { type: 'SplitRegistrations', ...split, reason }),
  ]
}
