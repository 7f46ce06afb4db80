/** Visits: records of order rounds that count, beside who asked for them and what was said of them. */
import type { PersonId } from '@zhiyuan/kernel'
import { minutesBetween } from '@zhiyuan/kernel'
import type { OrderId, TeamId } from '../vocabulary/ids.ts'
import type { Interval } from '../vocabulary/values.ts'
import { findSurvivor } from '../slices/people/humans/humans.read.ts'
import type { Facts } from './facts/facts.ts'
import type { Opinion } from './facts/order-facts.ts'
import type { RecordFact } from './facts/record-facts.ts'
import { readMonth, type Seen } from './listing.ts'

/** Persons are named by the surviving registration (G2). */
export interface Visit extends Seen {
  readonly orderId: OrderId
  readonly volunteer: PersonId
  readonly requester: PersonId
  readonly proxy: PersonId | null
  /** The proxy where there is one, else the requester. */
  readonly voice: PersonId
  readonly teamId: TeamId | null
  readonly record: RecordFact
  readonly planned: Interval | null
  readonly opinions: ReadonlyArray<Opinion>
  /** Everyone on whose word the presence or the review rests, beside the volunteer. */
  readonly hands: ReadonlySet<PersonId>
  /** Of the round, with the volunteer. */
  readonly volunteers: number
}

/** For `reads` of a detector that lists visits. */
export const visitFacts = ['records', 'orders', 'humans'] as const

const roundKey = (orderId: OrderId, round: number): string => `${orderId}.${round}`

const countVolunteers = (facts: Facts): ReadonlyMap<string, ReadonlySet<PersonId>> => {
  const people = new Map<string, Set<PersonId>>()
  for (const { source, volunteer, counts } of facts.records.values()) {
    if (source.type !== 'order' || !counts) continue
    const key = roundKey(source.orderId, source.round)
    const known = people.get(key) ?? new Set()
    people.set(key, known.add(findSurvivor(facts.humans, volunteer)))
  }
  return people
}

export const listVisits = (facts: Facts): ReadonlyArray<Visit> => {
  const people = countVolunteers(facts)
  const human = (person: PersonId): PersonId => findSurvivor(facts.humans, person)
  return [...facts.records.values()].flatMap((record): ReadonlyArray<Visit> => {
    const { source, counts, minutes } = record
    if (source.type !== 'order' || !counts || minutes === 0) return []
    const order = facts.orders.get(source.orderId)
    if (order === undefined) return []
    const volunteer = human(record.volunteer)
    const opinions = order.opinions.filter(({ round }) => round === source.round)
    const said = [record.recorder ?? record.volunteer, ...record.tellers, ...opinions.map(({ by }) => by)]
    return [
      {
        orderId: source.orderId,
        month: readMonth(record.day),
        minutes,
        evidence: [order.placed, record.entered, ...opinions.map(({ evidence }) => evidence)],
        volunteer,
        requester: human(order.requester),
        proxy: order.proxy === null ? null : human(order.proxy),
        voice: human(order.voice),
        teamId: record.teamId,
        record,
        planned: order.plans.find(({ round }) => round === source.round)?.planned ?? null,
        opinions,
        hands: new Set(said.map(human).filter((person) => person !== volunteer)),
        volunteers: people.get(roundKey(source.orderId, source.round))?.size ?? 0,
      },
    ]
  })
}

/** Whether it began and ended as planned, to the minute. */
export const isToTheMinute = ({ record, planned }: Visit): boolean => {
  const start = record.segments[0]?.start
  const end = record.segments.at(-1)?.end
  if (planned === null || start === undefined || end === undefined) return false
  const isNear = (one: Interval['start'], other: Interval['start']): boolean =>
    Math.abs(minutesBetween(one, other)) <= 1
  return isNear(planned.start, start) && isNear(planned.end, end)
}
