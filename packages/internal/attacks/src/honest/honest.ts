/** A day of honest people, which passes unharmed: every minute that is due counts, and nothing stays held. */
import type { Said, Stage } from '../attack.ts'
import { playDay } from '../stage.ts'

export interface HonestDay {
  readonly id: string
  readonly name: Said
  readonly people: number
  /** Volunteers v0, v1 and so on of the county. */
  readonly volunteers: number
  /** The minutes that are due to each. */
  readonly due: Readonly<Record<string, number>>
  /** What they wait for, and how long. */
  readonly delay: Said
  readonly play: (stage: Stage) => Promise<void>
}
export interface HonestLine {
  readonly id: string
  readonly name: Said
  readonly people: number
  readonly expected: number
  readonly counted: number
  /** Records that are held at the end. */
  readonly held: number
  readonly delay: Said
}

export const isHarmed = ({ expected, counted, held }: HonestLine): boolean => counted !== expected || held > 0

export const runDay = async ({ id, name, people, volunteers, due, delay, play }: HonestDay): Promise<HonestLine> => {
  const { ledger, clock } = await playDay(id, volunteers, play)
  let counted = 0
  let held = 0
  for (const person of Object.keys(due)) {
    counted += (await ledger.star(person, { knownAt: clock.now() }))?.minutes ?? 0
    held += (await ledger.records(person)).filter(({ holds }) => holds.length > 0).length
  }
  const expected = Object.values(due).reduce((total, minutes) => total + minutes, 0)
  return { id, name, people, expected, counted, held, delay }
}
