/** The questions to a stored log: when it is written, and in every later release. */
import type { LedgerEnvelope, LedgerEvent } from '@zhiyuan/domain'
import type { Ledger } from '@zhiyuan/ledger'

/** Each way to ask, by the name under which answers are stored: a later release may rename its query. */
const asks = {
  assessment: (ledger: Ledger, from: string, to: string, knownAt: string) => ledger.assessment({ from, to, knownAt }),
  starTable: (ledger: Ledger, knownAt: string) => ledger.starTable({ knownAt }),
  passbook: (ledger: Ledger, volunteer: string) => ledger.passbook(volunteer),
  timeline: (ledger: Ledger, needId: string) => ledger.timeline({ needId }),
  toDo: (ledger: Ledger, unit: string) => ledger.toDo(unit),
  deadlines: (ledger: Ledger, unit: string) => ledger.deadlines(unit),
} as const satisfies Readonly<Record<string, (ledger: Ledger, ...words: string[]) => Promise<unknown>>>

/** A question as plain data: `['passbook', 'b']`. */
export type Question = readonly [ask: keyof typeof asks, ...words: ReadonlyArray<string>]

/** Asks, and gives the answer as plain JSON data. */
export const ask = async (ledger: Ledger, [name, ...words]: Question): Promise<unknown> => {
  const answer = asks[name] as (ledger: Ledger, ...words: ReadonlyArray<string>) => Promise<unknown>
  return JSON.parse(JSON.stringify(await answer(ledger, ...words))) as unknown
}

/** The log's own period of assessment and its top unit. */
export interface Scope {
  readonly from: string
  readonly to: string
  readonly unit: string
}

const few = 5

/** The ids that most events name, the busiest first. */
const busiest = (
  events: ReadonlyArray<LedgerEnvelope>,
  idIn: (event: LedgerEvent) => string | null,
): ReadonlyArray<string> => {
  const counts = new Map<string, number>()
  for (const { data } of events) {
    const id = idIn(data)
    if (id !== null) counts.set(id, (counts.get(id) ?? 0) + 1)
  }
  return [...counts]
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, few)
    .map(([id]) => id)
}

/** Figures as known at two instants, and the answers for the busiest volunteers and needs. */
export const questionsAbout = (
  events: ReadonlyArray<LedgerEnvelope>,
  { from, to, unit }: Scope,
): ReadonlyArray<Question> => {
  const times = events.map(({ recordedAt }) => recordedAt)
  const known = [times[Math.floor(times.length * 0.7)], times.at(-1)].filter((time) => time !== undefined)
  const volunteers = busiest(events, (event) => (event.type === 'RecordSubmitted' ? event.volunteer : null))
  const needs = busiest(events, (event) => ('needId' in event ? event.needId : null))
  return [
    ...known.flatMap((at): ReadonlyArray<Question> => [
      ['assessment', from, to, at],
      ['starTable', at],
    ]),
    ...volunteers.map((volunteer): Question => ['passbook', volunteer]),
    ...needs.map((needId): Question => ['timeline', needId]),
    ['toDo', unit],
    ['deadlines', unit],
  ]
}
