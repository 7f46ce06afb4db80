/** Presences whose record counts, beside the words that they rest on. */
import type { PersonId } from '@zhiyuan/kernel'
import { occasionKey } from '../vocabulary/occasion.ts'
import { findSurvivor } from '../slices/people/humans/humans.read.ts'
import type { Facts } from './facts/facts.ts'
import type { PresenceFact } from './facts/presence-facts.ts'
import type { RecordFact } from './facts/record-facts.ts'
import { readMonth, type Seen } from './listing.ts'

/** Persons are named by the surviving registration (G2). */
export interface Presence extends Seen {
  /** The key of its occasion. */
  readonly occasion: string
  readonly volunteer: PersonId
  /** On whose word she came, and on whose she left. */
  readonly came: PersonId
  readonly left: PersonId
  readonly fact: PresenceFact
  readonly record: RecordFact
}

export const listPresences = (facts: Facts): ReadonlyArray<Presence> =>
  [...facts.presences.values()].flatMap((fact): ReadonlyArray<Presence> => {
    const { occasion, volunteer, came, left, recordId } = fact
    const record = recordId === null ? undefined : facts.records.get(`${volunteer}:${recordId}`)
    if (came === null || left === null || record === undefined || !record.counts) return []
    return [
      {
        occasion: occasionKey(occasion),
        volunteer: findSurvivor(facts.humans, volunteer),
        came: findSurvivor(facts.humans, came.by),
        left: findSurvivor(facts.humans, left.by),
        fact,
        record,
        month: readMonth(record.day),
        minutes: record.minutes,
        evidence: [came.evidence, left.evidence, record.entered],
      },
    ]
  })
