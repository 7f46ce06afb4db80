/** Plays the laws over histories of the county, and says how often each event type and each rejection occurred. */
import { writeSync } from 'node:fs'
import { slices } from '@zhiyuan/domain'
import { countyWorld } from '@zhiyuan/domain/arbitrary'
import { holdsInWorld, type Counts, type WorldDepth } from '@zhiyuan/testing'
import { countyLaws } from './index.ts'
import { cannotOccur, rejectionTypes } from './rejections.ts'

/** A ledger is founded once, by the set-up. */
const eventTypes: ReadonlyArray<string> = slices
  .flatMap(({ event: { shape } }) => (shape.kind === 'variants' ? Object.keys(shape.members) : []))
  .filter((type) => type !== 'LedgerFounded')

/** Written at once: a reporter may keep what a passing test logs to itself, and tells nothing of a test that has not ended. */
export const tell = (words: string): void => {
  writeSync(1, `${words}\n`)
}

const once = (types: ReadonlyArray<string>): Counts => Object.fromEntries(types.map((type) => [type, 1]))

const tellCounts = (what: string, counts: Counts): string =>
  [
    `${what}:`,
    ...Object.entries(counts)
      .sort(([, a], [, b]) => b - a)
      .map(([type, count]) => `${type} ${count}`),
  ].join(' ')

/** Holds the laws to `numRuns` histories; each type of event and each rejection that can occur has to occur in them. Prints the counts. */
export const holdInCounty = (numRuns: number, seed: number, played?: (histories: number) => void): WorldDepth => {
  const depth = holdsInWorld(countyWorld(), countyLaws, {
    numRuns,
    turns: 130,
    atLeast: once([...eventTypes, ...rejectionTypes]),
    seed,
    ...(played !== undefined && { played }),
  })
  tell(`${depth.runs} histories, ${depth.deeds} deeds, of which ${depth.accepted} were accepted`)
  tell(tellCounts('events', depth.events))
  tell(tellCounts('rejections', depth.rejections))
  for (const [type, why] of Object.entries(cannotOccur)) tell(`not asked for: ${type}, ${why}`)
  return depth
}
