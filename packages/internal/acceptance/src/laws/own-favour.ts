/**
 * No one decides in own favour, under any registration (G7, G2, H7, O9). In own favour is a person whom the decision credits, relieves or judges,
 * and for a need its requester, contact and private proxy. Who is favoured is read off the events alone.
 */
import type { LedgerEvent } from '@zhiyuan/domain'
import type { WorldLaw } from '@zhiyuan/testing'
import { broken, followLog, type Written } from './following.ts'
import { followHumans } from './humans.ts'

type People = ReadonlyArray<string>
type EventOf<T extends LedgerEvent['type']> = Extract<LedgerEvent, { readonly type: T }>

/** What the events so far say about who has a part in what. */
const followParts = () => {
  const sides = new Map<string, People>()
  const orders = new Map<string, string>()
  const seats = new Map<string, People>()
  const recorders = new Map<string, People>()
  const lists = new Map<string, People>()
  const entries = new Map<string, People>()
  const proposers = new Map<string, People>()
  const words = new Map<string, ReadonlyArray<EventOf<'OfficeVouched'>>>()
  const add = (to: Map<string, People>, key: string, ...people: ReadonlyArray<string | null>): void => {
    to.set(key, [...(to.get(key) ?? []), ...people.flatMap((one) => one ?? [])])
  }
  const take = (event: LedgerEvent): void => {
    if (event.type === 'NeedSubmitted') {
      const { needId, requester, contact, proxy } = event
      add(sides, needId, requester, contact, proxy?.kind === 'family' ? proxy.person : null)
    }
    if (event.type === 'OrderPlaced') orders.set(event.orderId, event.needId)
    if (event.type === 'SeatTaken') add(seats, `${event.orderId} ${event.round}`, event.volunteer)
    if (event.type === 'RecordSubmitted') add(recorders, `${event.volunteer} ${event.recordId}`, event.recorder)
    if (event.type === 'RecordResubmitted') add(recorders, `${event.volunteer} ${event.recordId}`, event.by)
    if (event.type === 'SheetEntered')
      add(lists, event.sheetId, event.recorder, ...event.lines.map(({ volunteer }) => volunteer))
    if (event.type === 'BurstNoted') add(entries, event.burstId, ...event.held.map(({ volunteer }) => volunteer))
    if (event.type === 'MergeProposed' || event.type === 'SplitProposed') add(proposers, event.person, event.by)
    if (event.type === 'OfficeVouched') {
      const key = `${event.unitId} ${event.person}`
      words.set(key, [...(words.get(key) ?? []), event])
    }
    if (event.type === 'VouchingSeen') {
      const key = `${event.unitId} ${event.person}`
      words.set(
        key,
        (words.get(key) ?? []).filter(({ told }) => told > event.told),
      )
    }
  }
  return {
    take,
    sideOf: (needId: string): People => sides.get(needId) ?? [],
    sideOfOrder: (orderId: string): People => sides.get(orders.get(orderId) ?? '') ?? [],
    seatedIn: (orderId: string, round: number): People => seats.get(`${orderId} ${round}`) ?? [],
    recordersOf: (volunteer: string, recordId: string): People => recorders.get(`${volunteer} ${recordId}`) ?? [],
    listedOn: (sheetId: string): People => lists.get(sheetId) ?? [],
    heldBy: (burstId: string): People => entries.get(burstId) ?? [],
    proposersOf: (person: string): People => proposers.get(person) ?? [],
    vouchedFor: ({ unitId, person, told: last }: EventOf<'VouchingSeen'>): People =>
      (words.get(`${unitId} ${person}`) ?? [])
        .filter(({ told }) => told <= last)
        .flatMap(({ volunteer, of }) => [volunteer, ...(of.type === 'record' ? [of.recorder] : [])]),
  }
}
type Parts = ReturnType<typeof followParts>

const credited = ({ volunteer }: { readonly volunteer: string }): People => [volunteer]
const ofNeed = ({ needId }: { readonly needId: string }, { sideOf }: Parts): People => sideOf(needId)
const creditedOrRecorded = (
  { volunteer, recordId }: { readonly volunteer: string; readonly recordId: string },
  { recordersOf }: Parts,
): People => [volunteer, ...recordersOf(volunteer, recordId)]

/** Whom a decision favours or judges; none of them may have made it. */
const favoured: { readonly [T in LedgerEvent['type']]?: (event: EventOf<T>, parts: Parts) => People } = {
  NeedReleased: ofNeed,
  NeedApproved: ofNeed,
  NeedRejected: ofNeed,
  NeedReferred: ofNeed,
  OrderReviewed: ({ orderId, round }, { seatedIn }) => seatedIn(orderId, round),
  OrderFollowedUp: ({ orderId, round }, { seatedIn, sideOfOrder }) => [
    ...seatedIn(orderId, round),
    ...sideOfOrder(orderId),
  ],
  AbsenceExcused: credited,
  AttendanceConfirmed: credited,
  CaptureTakenOver: credited,
  CaptureRefused: credited,
  RecordVerified: creditedOrRecorded,
  HoldCleared: credited,
  RecordReturned: credited,
  RecordRejected: credited,
  RecordCorrected: credited,
  RecordUpheld: credited,
  RecordSuspended: credited,
  RecordReinstated: credited,
  RecordVoided: creditedOrRecorded,
  TookPlaceRuled: credited,
  SheetApproved: ({ sheetId }, { listedOn }) => listedOn(sheetId),
  SheetReturned: ({ sheetId }, { listedOn }) => listedOn(sheetId),
  SheetRejected: ({ sheetId }, { listedOn }) => listedOn(sheetId),
  BurstRuled: ({ burstId }, { heldBy }) => heldBy(burstId),
  HurrySeen: ({ person }) => [person],
  VouchingSeen: (event, { vouchedFor }) => [event.person, ...vouchedFor(event)],
  RulingMade: ({ proposedBy }) => [proposedBy],
  RegistrationsMerged: ({ joining, there }) => [...joining, ...there],
  RegistrationsSplit: ({ leaving, staying }) => [...leaving, ...staying],
  NumberClaimed: ({ person }) => [person],
  PostTaken: ({ person }) => [person],
  RedemptionCancelled: credited,
  ApplicationExamined: credited,
  NoticeOpened: credited,
  ApplicationRefused: credited,
  StarGranted: credited,
  StarUpheld: credited,
  StarLowered: credited,
  StarRevoked: credited,
}

const listFavoured = ({ data }: Written, parts: Parts): People => {
  // The table pairs each type with its own event, which the type of an index by a union cannot express.
  const list = favoured[data.type] as ((event: LedgerEvent, parts: Parts) => People) | undefined
  return list?.(data, parts) ?? []
}

export const noOwnFavour: WorldLaw = {
  name: 'G7: no one decides in own favour',
  watch: (loop) => {
    const follow = followLog(loop)
    const humans = followHumans()
    const parts = followParts()
    const check = (): void => {
      for (const written of follow()) {
        const { actor, data, stream } = written
        // A merge makes one human of its people only afterwards.
        const before = listFavoured(written, parts)
        if (actor.type === 'person') {
          const own = before.find((one) => humans.isOneHuman(actor.person, one))
          if (own !== undefined) broken(`${actor.person} made ${data.type} on ${stream}, which is about ${own}`)
          // Merging and splitting take two persons (G2).
          if (data.type === 'RegistrationsMerged' || data.type === 'RegistrationsSplit') {
            const proposed = parts.proposersOf(data.person)
            if (proposed.every((one) => humans.isOneHuman(actor.person, one)))
              broken(`${actor.person} made ${data.type} of ${data.person} alone`)
          }
        }
        humans.take(data)
        parts.take(data)
      }
    }
    return { done: check, rested: check }
  },
}
