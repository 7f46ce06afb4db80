/** Another program changes a ledger's file behind its back: each way to the events tells it, and so does a check. */
import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LedgerFault, ledgerLaws, replay, type Ledger } from '@zhiyuan/ledger'
import { checkLog, unwrap, type Fault, type LogFinding } from '@zhiyuan/runtime'
import { memoryProjectionStore, memoryVault } from '@zhiyuan/store-memory'
import { checkSqlite, openSqlite } from '@zhiyuan/store-sqlite'
import { actors } from '../golden/people.ts'
import { begin, open, stage } from '../golden/runner.ts'

let folder = ''
let sound = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhiyuan-planted-'))
  sound = join(folder, 'sound.db')
  const { ledger } = await stage({
    ...(await unwrap(openSqlite({ file: sound, create: true }))),
    vault: memoryVault(),
  })
  await ledger.close()
})
afterAll(() => rm(folder, { recursive: true }))

/** A copy of the sound file, changed by some SQL while its guards were off. */
const plantSql = async (...sql: ReadonlyArray<string>): Promise<string> => {
  const file = join(folder, `${randomBytes(6).toString('hex')}.db`)
  await copyFile(sound, file)
  const db = new DatabaseSync(file)
  const guards = db.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").all()
  for (const { name } of guards) db.exec(`DROP TRIGGER ${String(name)}`)
  for (const one of sql) db.exec(one)
  for (const guard of guards) db.exec(String(guard['sql']))
  db.close()
  return file
}

const openFile = async (file: string) => {
  const stores = { ...(await unwrap(openSqlite({ file }))), vault: memoryVault() }
  const { ledger, ports } = await open(stores, begin)
  return { ledger, ports }
}

/** The same log, with new rows. */
const openAnew = async (file: string) => {
  const { events, projections } = await unwrap(openSqlite({ file }))
  await projections.close()
  return open({ events, projections: memoryProjectionStore(), vault: memoryVault() }, begin)
}

const catchFault = async (work: Promise<unknown>): Promise<unknown> => {
  const thrown = await work.catch((why: unknown) => why)
  return thrown instanceof LedgerFault ? thrown.fault : thrown
}

const follow = (ledger: Ledger): Promise<Fault> =>
  new Promise((resolve) => {
    const service = ledger.start({
      onFault: (fault) => {
        void service.stop().then(() => resolve(fault))
      },
    })
  })

const team = "stream = 'team-B1' AND version = 0"

describe('an event that is not what was written', () => {
  it.each([
    ['its data is no JSON', `UPDATE events SET data = '{' WHERE ${team}`, '$.data', 'JSON'],
    ['its data is empty', `UPDATE events SET data = '' WHERE ${team}`, '$.data', 'JSON'],
    ['its header is no JSON', `UPDATE events SET header = '}' WHERE ${team}`, '$', 'JSON'],
    ['its header is a list', `UPDATE events SET header = '[]' WHERE ${team}`, '$', 'record'],
    ['its type is another', `UPDATE events SET type = 'Unheard' WHERE ${team}`, '$.type', 'Unheard'],
    [
      'newer rules decided it',
      `UPDATE events SET header = replace(header, '"rules":1', '"rules":2') WHERE ${team}`,
      '$.rules',
      'at most 1',
    ],
  ])('is told by position, id and path on every way to it: %s', async (_, sql, path, expected) => {
    const file = await plantSql(sql)
    const damaged = {
      type: 'EventDamaged',
      position: '26',
      id: expect.stringContaining('.0') as unknown,
      stream: 'team-B1',
      version: 0,
      path,
      expected,
    }
    const { ledger, ports } = await openAnew(file)
    expect(await catchFault(ledger.read(null, 1000))).toEqual(damaged)
    expect(await catchFault(ledger.send({ type: 'JoinTeam', teamId: 'B1', person: 'd' }, { actor: actors.b }))).toEqual(
      damaged,
    )
    expect(await catchFault(ledger.settle())).toEqual(damaged)
    expect(await follow(ledger)).toEqual(damaged)
    expect(
      await catchFault(replay({ ports: { ...ports, projections: memoryProjectionStore() }, log: 'golden' })),
    ).toEqual(damaged)
    await ledger.close()
  })

  it('as the last of the log is told to a caller who sends a command', async () => {
    const file = await plantSql("UPDATE events SET header = '{' WHERE position = (SELECT max(position) FROM events)")
    const { ledger } = await openAnew(file)
    const command = { type: 'JoinTeam', teamId: 'B1', person: 'd' } as const
    expect(await catchFault(ledger.send(command, { actor: actors.b }))).toMatchObject({
      type: 'EventDamaged',
      path: '$',
    })
    await ledger.close()
  })

  it('as the first of the log is told to a caller who opens it', async () => {
    const file = await plantSql("UPDATE events SET header = '{' WHERE position = 1")
    const fault = { type: 'EventDamaged', position: '1', stream: 'ledger-golden', path: '$' }
    expect(await catchFault(openAnew(file))).toMatchObject(fault)
  })
})

it('a row that is no JSON is told by name to a caller who asks for the digest of all rows', async () => {
  const { ledger } = await openFile(await plantSql("UPDATE projection_rows SET row = '{' WHERE key = 'B1'"))
  expect(await catchFault(ledger.digest())).toMatchObject({
    type: 'StoreDamaged',
    cause: expect.stringContaining('B1') as unknown,
  })
  await ledger.close()
})

const inHeader = (from: string, to: string, where: string): string =>
  `UPDATE events SET header = replace(header, '${from}', '${to}') WHERE ${where}`
const inData = (from: string, to: string, where: string): string =>
  `UPDATE events SET data = replace(data, '${from}', '${to}') WHERE ${where}`
const last = 'position = (SELECT max(position) FROM events)'
const registration = "stream = 'volunteer-e'"
describe('a check of the file with the laws of the ledger', () => {
  const findFlaws = async (file: string): Promise<ReadonlyArray<LogFinding>> => {
    const inFile = await unwrap(checkSqlite({ file, laws: ledgerLaws() }))
    const { events, projections } = await unwrap(openSqlite({ file }))
    const { findings } = await unwrap(checkLog(events, ledgerLaws()))
    for (const port of [events, projections]) await port.close()
    expect(inFile.findings).toEqual(findings)
    return findings
  }

  it('finds nothing in a sound one', async () => {
    expect(await findFlaws(await plantSql())).toEqual([])
  })

  it.each([
    ['newer rules', [inHeader('"rules":1', '"rules":2', last)], [['RulesUnknown', '$.rules']]],
    ['an earlier time', [inHeader('At":"2020', 'At":"2019', last)], [['TimeFell', '$.recordedAt']]],
    [
      'an occasion after its record',
      [inHeader('"occurredAt":"2020', '"occurredAt":"2190', last)],
      [['OccurredAhead', '$.occurredAt']],
    ],
    [
      'a stream that is read twice',
      [
        inHeader(
          '"readSet":[]',
          '"readSet":[{"stream":"units-131081","version":0},{"stream":"units-131081","version":1}]',
          last,
        ),
      ],
      [['ReadTwice', '$.readSet[1]']],
    ],
    ['another number in a volunteer’s data', [inData('no-e', 'no-x', registration)], [['CommandDiffers', '$.command']]],
    ['another head count', [inData('"heads":50', '"heads":5000', 'position = 22')], [['CommandDiffers', '$.command']]],
    [
      'digests of no command',
      [`UPDATE events SET header = json_set(header, '$.command', '${'f'.repeat(64)}') WHERE ${last}`],
      [['CommandDiffers', '$.command']],
    ],
    [
      'the data of another team',
      [inData('"teamId":"K"', '"teamId":"B1"', 'position = 31')],
      [
        ['CommandDiffers', '$.command'],
        ['CommandDiffers', '$.stream'],
      ],
    ],
    [
      'a stream that is called otherwise',
      [
        inHeader('volunteer-e', 'volunteer-x', registration),
        `UPDATE events SET stream = 'volunteer-x' WHERE ${registration}`,
      ],
      [
        ['EventIdDiffers', '$.id'],
        ['CommandDiffers', '$.stream'],
      ],
    ],
    [
      'an id that is made otherwise',
      [
        inHeader('.0","jurisdiction', '.x","jurisdiction', last),
        `UPDATE events SET id = json_extract(header, '$.id') WHERE ${last}`,
      ],
      [['EventIdDiffers', '$.id']],
    ],
    [
      'a founding of another log',
      [inData('"log":"golden"', '"log":"silver"', 'position = 1')],
      [['FoundingDiffers', '$.data.log']],
    ],
    [
      'a founding of another jurisdiction',
      [inData('"jurisdiction":"131081"', '"jurisdiction":"131082"', 'position = 1')],
      [['FoundingDiffers', '$.data.jurisdiction']],
    ],
  ])('finds %s', async (_, sql, wanted) => {
    const findings = await findFlaws(await plantSql(...sql))
    expect(findings.map(({ type, path }) => [type, path])).toEqual(wanted)
  })
})
