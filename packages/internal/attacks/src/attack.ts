/** What an attack is: who is in on it, who is to gain, and what they do. */
import type { TextRef } from '@zhiyuan/ledger'
import type { Actor, Words } from './county.ts'

/** A sentence in Chinese and in English. */
export interface Said {
  readonly zh: string
  readonly en: string
}

/** A person in the usual role, or an actor in another one. */
export type By = string | Actor

/** What a play does in the county. In a play without some colluders theirs is left out, and what rests on it may be refused. */
export interface Stage {
  /** Moves the clock to an instant such as `05-06 01:00`, and lets everything follow. */
  readonly at: (words: string) => Promise<void>
  /** Sends what is accepted when everyone plays; `told` is the instant that the sender says. */
  readonly does: (by: By, command: Words, told?: string) => Promise<void>
  /** Sends what the attack turns on: it is accepted, or refused by name. */
  readonly tries: (by: By, command: Words, told?: string) => Promise<void>
  /** Tries to clear every hold that a record has then. */
  readonly clears: (by: By, volunteer: string, recordId: string) => Promise<void>
  /** Keeps a text in the vault. */
  readonly keep: (words: string) => Promise<TextRef>
}

export interface Attack {
  readonly id: string
  /** The case that told it, or `own`. */
  readonly source: string
  readonly name: Said
  /** What the line does not say by itself. */
  readonly note?: Said
  /** Volunteers v0, v1 and so on, beside a, b, c, f and g. */
  readonly people?: number
  /** Who is in on it; every other person is honest. */
  readonly colluders: ReadonlyArray<string>
  /** Other names of a human: each is counted as that one. */
  readonly sameHuman?: Readonly<Record<string, string>>
  /** Whose minutes, points, stars and scores are read after it. */
  readonly gain: ReadonlyArray<string>
  /** Minutes of the gainers that were really served: they are no gain. */
  readonly served?: number
  /** It is about reviews by those who may not review: each in the score of a gainer counts. */
  readonly aimsAtReviews?: true
  /** The minutes that are due to honest people whom it is to harm. */
  readonly due?: Readonly<Record<string, number>>
  readonly play: (stage: Stage) => Promise<void>
}
