/** What can only be seen afterwards: a detector looks through the log for what every single rule let pass. */
import type { PersonId, UnitId } from '@zhiyuan/kernel'
import type { RecordId, TeamId } from '../vocabulary/ids.ts'
import type { Occasion } from '../vocabulary/occasion.ts'
import type { Facts } from './facts/facts.ts'
import type { Evidence } from './facts/logged.ts'

/** What passed in one local month: minutes that count today, and the number of cases that they come from. */
export interface FoundMonth {
  /** Such as `2020-05`. */
  readonly month: string
  readonly minutes: number
  readonly cases: number
}

/** Whom to ask about one record, and what it says. Persons are named by the surviving registration (G2). */
export interface Question {
  readonly recordId: RecordId
  readonly source: Occasion
  /** The others of the occasion whose records count. */
  readonly beside: ReadonlyArray<PersonId>
  /** Null: a session has none. */
  readonly requester: PersonId | null
  /** Who asked in the name of the requester, if anyone. */
  readonly proxy: PersonId | null
}

/** A pattern that wants a look; it is no verdict, and changes nothing in the ledger. Plain JSON. */
export interface Finding {
  readonly detector: string
  /** By the surviving registration, in order. */
  readonly persons: ReadonlyArray<PersonId>
  readonly units: ReadonlyArray<UnitId>
  readonly teams: ReadonlyArray<TeamId>
  readonly months: ReadonlyArray<FoundMonth>
  /** What was seen, by name, in words of the detector's page; a share is from 0 to 1. */
  readonly signs: Readonly<Record<string, number>>
  /** At most `mostEvidence` events. */
  readonly evidence: ReadonlyArray<Evidence>
  /** Of a drawn record; null: a pattern was seen, and no record was drawn. */
  readonly question: Question | null
}

/** A sentence in both languages. */
interface Said {
  readonly zh: string
  readonly en: string
}

/** A pure function over the log. */
export interface Detector {
  readonly name: string
  readonly title: Said
  /** What it sees. */
  readonly sees: Said
  /** What passes below it. */
  readonly passes: Said
  /** The honest people who look alike, and by what they are told apart. */
  readonly honest: Said
  /** The facts that it needs; only these are gathered from the log. */
  readonly reads: ReadonlyArray<keyof Facts>
  /** Findings in a fixed order, which depends on no order of unrelated streams. */
  readonly find: (facts: Facts) => ReadonlyArray<Finding>
}
