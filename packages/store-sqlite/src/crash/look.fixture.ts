/** Opens the stores in a folder and compares them with what was acknowledged before the power failed. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as E from 'fp-ts/lib/Either.js'
import { unwrap, type ProjectionStore, type Recorded, type RowsRef } from '@zhiyuan/runtime'
import { checkSqlite, openSqlite, openSqliteVault } from '../index.ts'
import { append } from '../event.fixture.ts'
import { isGenuine, readPlace, stepRow, makeSecret, views } from './words.fixture.ts'

export interface Seen {
  /** Acknowledged, but missing. */
  readonly lost: ReadonlyArray<string>
  /** Partial, or not as it was written. */
  readonly wrong: ReadonlyArray<string>
}

/** The names that follow a word in the printed lines, such as `appended a3-1`. */
const listNames = (said: ReadonlyArray<string>, word: string): ReadonlyArray<string> =>
  said.filter((line) => line.startsWith(`${word} `)).map((line) => line.slice(word.length + 1))

const lookAtLog = (log: ReadonlyArray<Recorded>, said: ReadonlyArray<string>): Seen => {
  const counts = new Map<string, number>()
  for (const { event } of log) counts.set(readPlace(event).append, (counts.get(readPlace(event).append) ?? 0) + 1)
  const wrong = log.flatMap(({ position, event }) => {
    const { append: name, of } = readPlace(event)
    const whole = counts.get(name) === of
    return [...(whole ? [] : [`part of ${name}`]), ...(isGenuine(event) ? [] : [`event ${position} is another`])]
  })
  return { lost: listNames(said, 'appended').filter((name) => !counts.has(name)), wrong }
}

interface Last {
  readonly step: number
  readonly checkpoint: string
}

/** The expected rows after so many steps, without the row `last`. */
const expectedRows = (step: number, committed: ReadonlyArray<number>): ReadonlyMap<string, unknown> => {
  const rows = new Map<string, unknown>()
  for (const each of committed.filter((one) => one <= step)) {
    const { key, row } = stepRow(each)
    rows.set(key, row)
    if (each % 5 === 4) rows.delete(stepRow(each - 1).key)
  }
  return rows
}

const lookAtRows = async (store: ProjectionStore, view: RowsRef, said: ReadonlyArray<string>): Promise<Seen> => {
  const rows = await unwrap(store.range(view, { after: null, before: null, limit: 100 }))
  const checkpoint = await unwrap(store.checkpoint(view))
  const last = rows.find(({ key }) => key === 'last')?.row as Last | undefined
  const step = last?.step ?? -1
  const acknowledged = listNames(said, 'committed').map(Number)
  const expected = expectedRows(
    step,
    [...new Set([...acknowledged, step])].filter((one) => one >= 0),
  )
  const others = new Map(rows.filter(({ key }) => key !== 'last').map(({ key, row }) => [key, row]))
  const same = JSON.stringify([...others].toSorted()) === JSON.stringify([...expected].toSorted())
  return {
    lost: acknowledged.filter((one) => one > step).map((one) => `rows ${one} of ${view.name}`),
    wrong: [
      ...((last?.checkpoint ?? null) === checkpoint ? [] : [`rows and checkpoint of ${view.name} are apart`]),
      ...(same ? [] : [`rows of ${view.name} are mixed`]),
    ],
  }
}

const lookAtLedger = async (file: string, said: ReadonlyArray<string>): Promise<ReadonlyArray<Seen>> => {
  const { events, projections } = await unwrap(openSqlite({ file, create: true }))
  const log = (await unwrap(events.readAll(null, 100_000))).events
  const { findings } = await unwrap(checkSqlite({ file }))
  const seen = [lookAtLog(log, said)]
  for (const view of views) seen.push(await lookAtRows(projections, view, said))
  const steps = await Promise.all(views.map((view) => unwrap(projections.get(view, ['last']))))
  const apart = new Set(steps.map((rows) => JSON.stringify(rows))).size > 1 ? ['the views are apart'] : []
  const further = await append(events, 'after', 0)
  const goesOn = E.isRight(further) && further.right.position === String(log.length + 1)
  await events.close()
  await projections.close()
  const wrong = [
    ...findings.map((finding) => JSON.stringify(finding)),
    ...apart,
    ...(goesOn ? [] : ['it takes no more']),
  ]
  return [...seen, { lost: [], wrong }]
}

const readBytes = (file: string): string =>
  ['', '-wal', '-journal'].map((end) => (existsSync(file + end) ? readFileSync(file + end, 'latin1') : '')).join('')

const lookAtVault = async (file: string, said: ReadonlyArray<string>): Promise<Seen> => {
  const vault = await unwrap(openSqliteVault({ file, create: true }))
  const doomed = listNames(said, 'destroying')
  const gone = listNames(said, 'destroyed')
  const kept = listNames(said, 'kept').filter((name) => !doomed.includes(name))
  const there = await unwrap(vault.get([...kept, ...gone]))
  const bytes = gone.length === 0 ? '' : readBytes(file)
  await vault.close()
  const { findings } = await unwrap(checkSqlite({ file }))
  return {
    lost: kept.filter((name) => !there.some(({ id }) => id === name)).map((name) => `secret ${name}`),
    wrong: [
      ...there.filter(({ id }) => gone.includes(id)).map(({ id }) => `${id} is back`),
      ...gone.filter((name) => bytes.includes(`<${name}>`)).map((name) => `bytes of ${name} are in the file`),
      ...there
        .filter(({ id, salt, text }) => salt !== makeSecret(id).salt || text !== makeSecret(id).text)
        .map(({ id }) => `${id} is another`),
      ...findings.map((finding) => JSON.stringify(finding)),
    ],
  }
}

/** A refusal by the stores counts as wrong too. */
export const look = async (folder: string, said: ReadonlyArray<string>): Promise<Seen> => {
  try {
    const seen = [
      ...(await lookAtLedger(join(folder, 'ledger.db'), said)),
      await lookAtVault(join(folder, 'vault.db'), said),
    ]
    return { lost: seen.flatMap(({ lost }) => lost), wrong: seen.flatMap(({ wrong }) => wrong) }
  } catch (why) {
    return { lost: [], wrong: [String(why)] }
  }
}
