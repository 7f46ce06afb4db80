import { join } from 'node:path'
import { expect, it } from 'vitest'
import { by, unguarded } from '../file.toy.ts'
import { laidOut } from './crash.toy.ts'
import { imageAfter, type Keeping } from './images.toy.ts'
import { look } from './look.toy.ts'
import { keptTrace } from './trace.toy.ts'

const ops = keptTrace(new URL('./full.trace.gz', import.meta.url))
const everything: Keeping = { change: () => true, naming: () => true, part: (length) => [0, length] }
const image = imageAfter(ops, ops.length, everything)

/** What the looker tells of a whole run whose files somebody changed. */
const told = (harm: (ledger: string, vault: string) => void): Promise<string> =>
  laidOut(image, async (folder) => {
    harm(join(folder, 'ledger.db'), join(folder, 'vault.db'))
    const { lost, wrong } = await look(folder, image.said)
    return [...lost.map((what) => `lost: ${what}`), ...wrong].join('; ')
  })

it('a run that nobody harmed is sound', async () => {
  expect(await told(() => {})).toBe('')
})

/** Cuts the log off before a position, as if the rest had never been. */
const cutOff = (ledger: string, position: string): void =>
  unguarded(
    ledger,
    'events_never_go',
    `UPDATE sqlite_sequence SET seq = ${position} - 1 WHERE name = 'events';
     DELETE FROM events WHERE position > (SELECT seq FROM sqlite_sequence WHERE name = 'events')`,
  )

const harms: ReadonlyArray<readonly [string, Parameters<typeof told>[0], RegExp]> = [
  [
    'appends are gone',
    (ledger) => cutOff(ledger, "(SELECT max(position) FROM events WHERE id LIKE '%.0')"),
    /^lost: a/,
  ],
  [
    'the second half of an append is gone',
    (ledger) => cutOff(ledger, "(SELECT max(position) FROM events WHERE id LIKE '%.1')"),
    /part of a/,
  ],
  [
    'a word of an event is another',
    (ledger) =>
      unguarded(
        ledger,
        'events_never_change',
        "UPDATE events SET data = replace(data, '.0 ', '.9 ') WHERE position = 1",
      ),
    /^event 1 is another$/,
  ],
  [
    'a checkpoint is older than its rows',
    (ledger) => by(ledger, "UPDATE projections SET checkpoint = '1' WHERE name = 'two'"),
    /^rows and checkpoint of two are apart$/,
  ],
  ['a row is gone', (ledger) => by(ledger, "DELETE FROM projection_rows WHERE key = 'r3' AND projection = 1"), /mixed/],
  [
    'rows of a step are gone',
    (ledger) => by(ledger, 'DELETE FROM projection_rows; DELETE FROM projections'),
    /lost: rows 17 of one.*lost: rows 17 of two/,
  ],
  ['a secret is gone', (_, vault) => by(vault, "DELETE FROM secrets WHERE id = '1-a'"), /^lost: secret 1-a$/],
  [
    'a destroyed secret is back',
    (_, vault) => by(vault, `UPDATE secrets SET salt = '7', text = '"<back>"' WHERE text IS NULL`),
    /is back/,
  ],
]

it.each(harms)('it is seen that %s', async (_, harm, sight) => {
  expect(await told(harm)).toMatch(sight)
})
