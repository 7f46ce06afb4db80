import { join } from 'node:path'
import { expect, it } from 'vitest'
import { executeSql, executeUnguarded } from '../file.fixture.ts'
import { layOut } from './crash.fixture.ts'
import { buildImage, type Keeping } from './images.fixture.ts'
import { look } from './look.fixture.ts'
import { keptTrace } from './trace.fixture.ts'

const ops = keptTrace(new URL('./full.trace.gz', import.meta.url))
const everything: Keeping = { change: () => true, naming: () => true, part: (length) => [0, length] }
const image = buildImage(ops, ops.length, everything)

/** The findings on a complete run whose files the test has changed. */
const lookAfterHarm = (harm: (ledger: string, vault: string) => void): Promise<string> =>
  layOut(image, async (folder) => {
    harm(join(folder, 'ledger.db'), join(folder, 'vault.db'))
    const { lost, wrong } = await look(folder, image.said)
    return [...lost.map((what) => `lost: ${what}`), ...wrong].join('; ')
  })

it('an unharmed run is sound', async () => {
  expect(await lookAfterHarm(() => {})).toBe('')
})

/** Cuts the log off before a position, as if the rest had never been written. */
const cutOff = (ledger: string, position: string): void =>
  executeUnguarded(
    ledger,
    'events_never_go',
    `UPDATE sqlite_sequence SET seq = ${position} - 1 WHERE name = 'events';
     DELETE FROM events WHERE position > (SELECT seq FROM sqlite_sequence WHERE name = 'events')`,
  )

const harms: ReadonlyArray<readonly [string, Parameters<typeof lookAfterHarm>[0], RegExp]> = [
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
      executeUnguarded(
        ledger,
        'events_never_change',
        "UPDATE events SET data = replace(data, '.0 ', '.9 ') WHERE position = 1",
      ),
    /^event 1 is another$/,
  ],
  [
    'a checkpoint is older than its rows',
    (ledger) => executeSql(ledger, "UPDATE projections SET checkpoint = '1' WHERE name = 'two'"),
    /^rows and checkpoint of two are apart$/,
  ],
  [
    'a row is gone',
    (ledger) => executeSql(ledger, "DELETE FROM projection_rows WHERE key = 'r3' AND projection = 1"),
    /mixed/,
  ],
  [
    'rows of a step are gone',
    (ledger) => executeSql(ledger, 'DELETE FROM projection_rows; DELETE FROM projections'),
    /lost: rows 17 of one.*lost: rows 17 of two/,
  ],
  ['a secret is gone', (_, vault) => executeSql(vault, "DELETE FROM secrets WHERE id = '1-a'"), /^lost: secret 1-a$/],
  [
    'a destroyed secret is back',
    (_, vault) => executeSql(vault, `UPDATE secrets SET salt = '7', text = '"<back>"' WHERE text IS NULL`),
    /is back/,
  ],
]

it.each(harms)('it is seen that %s', async (_, harm, sight) => {
  expect(await lookAfterHarm(harm)).toMatch(sight)
})
