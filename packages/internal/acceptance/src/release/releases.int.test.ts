/** Every later program opens, replays and asks the logs that a release stored. */
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { slices } from '@zhiyuan/domain'
import { restoreCommands } from '@zhiyuan/testing'
import { compareLock } from '../lock/compare.ts'
import { parseLock } from '../lock/lock-file.ts'
import { brokenOff, checkFiles, releaseLines } from '../lock/manifest.ts'
import { decodeLog } from '../lock/read-log.ts'
import { listReleases, lockFile, logsFolder } from '../lock/releases.ts'
import { openStored, replayLines, type OpenedLog } from './open-log.ts'
import { ask } from './questions.ts'
import { logFiles, readAnswers, readLines, readZipped, writeZipped, type Answers } from './stored-log.ts'
import { toldLogs } from './tell-logs.ts'
import { writeRelease } from './write-release.ts'

type Open = (folder: string, names: Answers) => Promise<OpenedLog>

const ways: ReadonlyArray<readonly [string, Open]> = [
  ['a copy of its SQLite file', openStored],
  ['its lines, replayed into memory', replayLines],
]

/** The answers of then are given now; a later program may add to them. */
const expectSameAnswers = async (folder: string, open: Open): Promise<void> => {
  const kept = readAnswers(folder)
  if (kept === null) return expect.fail(`${folder} has no answers`)
  const { ledger, digest, close } = await open(folder, kept)
  try {
    expect(digest).toBe(kept.digest)
    expect(kept.answers.length).toBeGreaterThan(7)
    for (const { question, answer } of kept.answers)
      expect({ question, answer: await ask(ledger, question) }).toMatchObject({ question, answer })
  } finally {
    await close()
  }
}

const checkAnswers = (folder: () => string): void => {
  describe.each(toldLogs.map(({ name }) => name))('its log %s', (name) => {
    it.each(ways)('answers as before, from %s', (_, open) => expectSameAnswers(join(folder(), name), open), 60_000)
  })
}

describe.each(listReleases(logsFolder))('the release $name', ({ folder }) => checkAnswers(() => folder))

/** While no release is kept, this one shows that reading works; later it shows that a release can be written. */
describe('a rehearsal of a release', () => {
  let home = ''
  const releasePlan = (name: string) => ({ name, logs: join(home, 'logs'), lockFile: join(home, 'vocabulary.lock') })
  const plan = () => releasePlan('trial')
  const folder = () => join(plan().logs, plan().name)
  const listFiles = (at: string) => readdirSync(at, { recursive: true, encoding: 'utf8' }).sort()
  const contents = () =>
    new Map(
      listFiles(home).flatMap((file) =>
        /\.(gz|lock)$/.test(file) ? [[file, readFileSync(join(home, file)).toString('base64')]] : [],
      ),
    )

  beforeAll(async () => {
    home = mkdtempSync(join(tmpdir(), 'zhiyuan-rehearsal-'))
    copyFileSync(lockFile, plan().lockFile)
    if (existsSync(logsFolder)) cpSync(logsFolder, plan().logs, { recursive: true })
    expect(await writeRelease(plan())).toBe(null)
  }, 240_000)
  afterAll(() => rmSync(home, { recursive: true, force: true }))

  checkAnswers(folder)

  it.each([
    ['golden', 35],
    ['merge', 15],
    ['main-job', 30],
  ])('keeps every command in its log %s: decisions give back those whose digests they bear', (name, fewest) => {
    const at = join(folder(), name)
    const { events, unread } = decodeLog(readAnswers(at)?.log ?? '', readLines(at))
    expect(unread).toEqual([])
    const { commands, faults } = restoreCommands(slices, events)
    expect(faults).toEqual([])
    expect(commands.size).toBeGreaterThan(fewest)
  })

  it('has each log as lines, the told logs also as files with their answers, and a copy of the lock', () => {
    for (const { name } of toldLogs)
      expect(listFiles(join(folder(), name))).toHaveLength(Object.keys(logFiles('')).length)
    expect(readLines(join(folder(), 'vocabulary')).length).toBeGreaterThan(1000)
    const copy = parseLock(readFileSync(join(folder(), 'vocabulary.lock'), 'utf8'))
    const lock = parseLock(readFileSync(plan().lockFile, 'utf8'))
    expect([...copy].filter(([key, line]) => lock.get(key) !== line)).toEqual([])
    expect([...copy.keys()].filter((key) => key.endsWith('over next'))).toEqual([])
    expect([...copy.keys()].filter((key) => key === 'view timeline@1 over trial')).toHaveLength(1)
  })

  it('has the digest of each of its files beside it, and a line of the lock over these', () => {
    expect(checkFiles(plan().logs)).toEqual([])
    const line = releaseLines(plan().logs).find(({ key }) => key === 'release trial')
    expect(line).toMatchObject({
      key: 'release trial',
      text: `${listFiles(folder()).filter((file) => file.includes('.')).length} files`,
    })
    const lock = parseLock(readFileSync(plan().lockFile, 'utf8'))
    expect(lock.get('release trial')).toContain(line?.digest)
  })

  it('is never written twice, and never under a malformed name', async () => {
    const before = contents()
    expect(await writeRelease(plan())).toMatch(/is there already/)
    expect(await writeRelease(releasePlan('../elsewhere'))).toMatch(/no name/)
    expect(await writeRelease(releasePlan('next'))).toMatch(/no name/)
    expect(contents()).toEqual(before)
  })

  it('says what to do where another one is being written, or was interrupted', async () => {
    mkdirSync(join(plan().logs, '.release'))
    expect(await writeRelease(releasePlan('other'))).toBe(brokenOff)
    expect(checkFiles(plan().logs)).toEqual([brokenOff])
    rmSync(join(plan().logs, '.release'), { recursive: true })
  })

  it('has lines that the lock may not lose', () => {
    const release = listReleases(plan().logs).find((one) => one.name === 'trial')
    if (release === undefined) return expect.fail('no release')
    const lost = compareLock(parseLock(readFileSync(lockFile, 'utf8')), [release], [])
    expect(lost).toContainEqual(expect.stringMatching(/^view timeline@1 over trial: missing in the lock/))
  })

  it('is not written while the lock does not hold', async () => {
    const other = { ...releasePlan('other'), lockFile: join(home, 'other.lock') }
    await expect(writeRelease(other)).rejects.toThrow('vocabulary.lock: is gone')
    writeFileSync(other.lockFile, readFileSync(plan().lockFile, 'utf8').replace(/^event .*\n/m, ''))
    expect(await writeRelease(other)).toMatch(/the lock does not hold: event \S+: missing in the lock/)
  }, 60_000)

  it.each(ways)('has a different answer where one figure differs, from %s', async (_, open) => {
    const changed = join(home, 'changed')
    cpSync(join(folder(), 'golden'), changed, { recursive: true })
    const kept = readZipped(logFiles(join(folder(), 'golden')).answers).toString('utf8')
    writeZipped(logFiles(changed).answers, kept.replace('"balance":', '"balance":1'))
    await expect(expectSameAnswers(changed, open)).rejects.toThrow('passbook')
  })
})
