/** Which of the endings an attack has, computed from what the public face said. */
import type { Attack } from './attack.ts'
import type { Flag, Reading } from './reading.ts'
import type { Step } from './stage.ts'

/** From the best to the worst. `unseen` is none of the four: it fails the run. */
export const endings = ['refused', 'held', 'three-persons', 'afterwards', 'unseen'] as const
export type Ending = (typeof endings)[number]

/** The humans who took part, and the units in which they acted in office. */
export interface Hands {
  readonly persons: ReadonlyArray<string>
  readonly units: ReadonlyArray<string>
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)
const listOnce = (names: ReadonlyArray<string>): ReadonlyArray<string> => [...new Set(names)].toSorted(compare)

/** Counts the colluders by what they sent: what was accepted, or what the attack turns on. A volunteer or resident holds no office of a unit. */
export const countHands = ({ colluders, sameHuman = {} }: Attack, steps: ReadonlyArray<Step>): Hands => {
  const theirs = steps.filter(
    ({ by, refused, decisive }) => colluders.includes(by.person) && (refused === null || decisive),
  )
  const officers = theirs.filter(({ by }) => by.role !== 'volunteer' && by.role !== 'resident')
  return {
    persons: listOnce(theirs.map(({ by }) => sameHuman[by.person] ?? by.person)),
    units: listOnce(officers.map(({ by }) => by.unit)),
  }
}

/** Whether anything of it counts: minutes, points, a star, a review, or what another lost. */
export const isGain = ({ minutes, points, star, reviews, lost }: Reading): boolean =>
  minutes + points + star + reviews + lost > 0

export interface Evidence {
  readonly steps: ReadonlyArray<Step>
  readonly reading: Reading
  /** Those who took part. */
  readonly hands: Hands
  /** Without any one of these nothing counts; all of `hands` where nothing counts anyway. */
  readonly needed: Hands
  /** Detectors and drawn checks that name it. */
  readonly seenBy: ReadonlyArray<string>
}

/** The flags on the to-do of a unit in which no colluder acts in office; each at the lowest one. */
export const listElsewhere = ({ reading, hands }: Pick<Evidence, 'reading' | 'hands'>): ReadonlyArray<Flag> =>
  reading.flags.flatMap((flag) => {
    const unit = flag.units.find((one) => !hands.units.includes(one))
    return unit === undefined ? [] : [{ ...flag, units: [unit] }]
  })

/** What marks minutes that count; the other alarms are about what does not count. */
const marking: ReadonlySet<string> = new Set([
  'hurry',
  'vouching',
  'star-decision',
  'two-services',
  'overlap',
  'supervision',
  'urged',
])

export const judge = (evidence: Evidence): Ending => {
  const { steps, reading, needed, seenBy } = evidence
  const decisive = steps.filter((step) => step.decisive)
  const isRefused = decisive.length > 0 && decisive.every(({ refused }) => refused !== null)
  const elsewhere = listElsewhere(evidence)
  const end = steps.at(-1)?.at ?? ''
  const isOnlyHarm = isGain(reading) && !isGain({ ...reading, lost: 0 })
  if (isOnlyHarm && elsewhere.length > 0) return 'held'
  // An alarm that goes off after a refusal is about what was left undone, and not about the attack.
  if (!isGain(reading) && isRefused) return elsewhere.some(({ at }) => at <= end) ? 'held' : 'refused'
  if (!isGain(reading)) return elsewhere.length > 0 ? 'held' : 'unseen'
  if (elsewhere.some(({ what }) => marking.has(what.split(' ')[1] ?? ''))) return 'held'
  if (needed.persons.length >= 3 && needed.units.length >= 2) return 'three-persons'
  return seenBy.length > 0 ? 'afterwards' : 'unseen'
}

export const isWorse = (one: Ending, other: Ending): boolean => endings.indexOf(one) > endings.indexOf(other)
