/** Plays an attack, and again without each colluder where it counts, and makes its line of the table. */
import type { LedgerEnvelope } from '@zhiyuan/ledger'
import type { Attack, Said } from './attack.ts'
import { detect as detectAll, drawn, type Detect } from './detectors.ts'
import { countHands, isGain, judge, listElsewhere, type Ending, type Hands } from './judge.ts'
import { readCounty, type Flag, type Reading } from './reading.ts'
import { playAttack, type Played, type Playing } from './stage.ts'

export interface Line {
  readonly id: string
  readonly source: string
  readonly name: Said
  readonly note: Said | null
  readonly ending: Ending
  readonly persons: number
  readonly units: number
  readonly minutes: number
  readonly manual: number
  readonly month: number
  readonly points: number
  readonly star: number
  readonly reviews: number
  readonly lost: number
  /** The rejections of what the attack turns on. */
  readonly refused: ReadonlyArray<string>
  readonly flags: ReadonlyArray<Flag>
  /** The flags that stand on the to-do of a unit without a colluder. */
  readonly elsewhere: ReadonlyArray<Flag>
  readonly seenBy: ReadonlyArray<string>
}

/** How long after the last step the county is read: what is held does not count by waiting, and no alarm goes off by itself. */
const waiting = 30 * 24 * 3_600_000

const playOut = async (attack: Attack, playing: Playing): Promise<Played & { readonly reading: Reading }> => {
  const played = await playAttack(attack, playing)
  const { ledger, clock } = played.county
  clock.set(new Date(Date.parse(clock.now()) + waiting).toISOString())
  await ledger.settle()
  return { ...played, reading: await readCounty(played.county, attack) }
}

/** Leaves one colluder after another out for good, as long as something still counts; who is left is needed. */
const findNeeded = async (attack: Attack, hands: Hands, playing: Playing): Promise<Hands> => {
  let needed = hands
  const without = new Set<string>()
  for (const person of hands.persons) {
    const names = [
      person,
      ...Object.entries(attack.sameHuman ?? {}).flatMap(([name, human]) => (human === person ? [name] : [])),
    ]
    const fewer = new Set([...without, ...names])
    const { steps, reading } = await playOut(attack, { ...playing, without: fewer })
    if (!isGain(reading)) continue
    for (const name of names) without.add(name)
    needed = countHands(attack, steps)
  }
  return needed
}

const readEvents = async ({ county }: Played): Promise<ReadonlyArray<LedgerEnvelope>> =>
  (await county.ledger.read(null, 100_000)).events

/** The detectors that name one who was in on it, or gained; the drawn check where it draws a record of one who gained. */
const listSeen = (
  { colluders, gain }: Attack,
  detect: Detect,
  events: ReadonlyArray<LedgerEnvelope>,
): ReadonlyArray<string> => {
  const involved = new Set([...colluders, ...gain])
  const found = detect(events).filter(({ detector, persons }) =>
    persons.some((person) => (detector === drawn ? gain.includes(person) : involved.has(person))),
  )
  return [...new Set(found.map(({ detector }) => detector))]
}

export const runAttack = async (attack: Attack, playing: Playing = {}, detect: Detect = detectAll): Promise<Line> => {
  const played = await playOut(attack, playing)
  const { steps, reading } = played
  const hands = countHands(attack, steps)
  const needed = isGain(reading) ? await findNeeded(attack, hands, playing) : hands
  const seenBy = isGain(reading) ? listSeen(attack, detect, await readEvents(played)) : []
  const ending = judge({ steps, reading, hands, needed, seenBy })
  const end = steps.at(-1)?.at ?? ''
  // After a refusal, what goes wrong later has nothing to do with the attack.
  const isAbout = ({ at }: Flag): boolean => ending !== 'refused' || at <= end
  const { flags, ...figures } = reading
  return {
    ...{ id: attack.id, source: attack.source, name: attack.name, note: attack.note ?? null },
    ending,
    persons: needed.persons.length,
    units: needed.units.length,
    ...figures,
    refused: [...new Set(steps.flatMap(({ decisive, refused }) => (decisive && refused !== null ? [refused] : [])))],
    flags: flags.filter(isAbout),
    elsewhere: listElsewhere({ reading, hands }).filter(isAbout),
    seenBy,
  }
}
