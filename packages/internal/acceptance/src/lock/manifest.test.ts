/** The files of two releases, damaged in every way. */
import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { compareLock, gatherKeptLines } from './compare.ts'
import { renewLock } from './lock-file.ts'
import { addToManifest, checkFiles, releaseLines } from './manifest.ts'

describe('the files of the releases', () => {
  let home = ''
  const write = (logs: string, file: string, text: string): void => {
    mkdirSync(join(logs, file, '..'), { recursive: true })
    writeFileSync(join(logs, file), text)
  }
  let copies = 0
  const spoil = (how: (logs: string) => void): string => {
    const logs = join(home, `copy-${copies++}`)
    cpSync(join(home, 'logs'), logs, { recursive: true })
    how(logs)
    return logs
  }

  beforeAll(() => {
    home = mkdtempSync(join(tmpdir(), 'zhiyuan-manifest-'))
    execFileSync('git', ['init', '--quiet'], { cwd: home })
    const logs = join(home, 'logs')
    for (const release of ['0.1', '0.2']) {
      write(logs, `${release}/golden/log.jsonl.gz`, release)
      write(logs, `${release}/vocabulary.lock`, `lock of ${release}`)
      addToManifest(logs, release)
    }
  })
  afterAll(() => rmSync(home, { recursive: true, force: true }))

  it('are as they were written; where there is no release, nothing is wrong', () => {
    expect(checkFiles(join(home, 'logs'))).toEqual([])
    expect(checkFiles(join(home, 'none'))).toEqual([])
    expect(releaseLines(join(home, 'none'))).toEqual([])
  })

  it.each<[string, (logs: string) => void, ReadonlyArray<string>]>([
    [
      'one is changed',
      (logs) => write(logs, '0.1/golden/log.jsonl.gz', 'other'),
      ['0.1/golden/log.jsonl.gz: changed since its release was written'],
    ],
    [
      'a release is gone',
      (logs) => rmSync(join(logs, '0.1'), { recursive: true }),
      ['0.1/golden/log.jsonl.gz', '0.1/vocabulary.lock'].map(
        (file) => `${file}: is gone since its release was written`,
      ),
    ],
    [
      'one is added, also under a name with a dot',
      (logs) => ['0.1/golden/.more', '.0.3/vocabulary.lock', 'stray'].forEach((file) => write(logs, file, '')),
      ['.0.3/vocabulary.lock', '0.1/golden/.more', 'stray'].map(
        (file) => `${file}: is no file of any release (releases.lock)`,
      ),
    ],
    [
      'one is ignored by git, as is the manifest',
      (logs) => write(logs, '../.gitignore', 'releases.lock\nlog.jsonl.gz\n'),
      ['releases.lock', '0.1/golden/log.jsonl.gz', '0.2/golden/log.jsonl.gz'].map(
        (file) => `${file}: is ignored by git, so that others do not get it`,
      ),
    ],
  ])('are wrong where %s', (_, how, wrong) => {
    expect(checkFiles(spoil(how))).toEqual(wrong)
    rmSync(join(home, '.gitignore'), { force: true })
  })

  it('cannot be told by a manifest with a line twice, or with a remark', () => {
    const appendToManifest = (more: (text: string) => string) =>
      spoil((logs) => {
        const file = join(logs, 'releases.lock')
        writeFileSync(file, `${readFileSync(file, 'utf8')}${more(readFileSync(file, 'utf8'))}`)
      })
    expect(() => checkFiles(appendToManifest((text) => text.slice(0, text.indexOf('\n') + 1)))).toThrow(
      'releases.lock: ',
    )
    expect(() => checkFiles(appendToManifest(() => '# and so on\n'))).toThrow('releases.lock: ')
  })

  it('have a line in the lock that no later lock renews: a manifest made anew hides nothing', () => {
    const lock = renewLock(new Map(), releaseLines(join(home, 'logs')))
    expect([...lock.keys()]).toEqual(['release 0.1', 'release 0.2'])
    const anew = spoil((logs) => {
      write(logs, '0.1/golden/log.jsonl.gz', 'other')
      addToManifest(logs, '0.1')
    })
    expect(checkFiles(anew)).toEqual([])
    const lines = releaseLines(anew)
    const renewed = renewLock(gatherKeptLines(lock, []), lines)
    expect(compareLock(new Map(), [], lines).map((finding) => finding.split('\n')[0])).toEqual(
      ['0.1', '0.2'].map(
        (name) => `release ${name}: not in the lock yet (it comes with the release, from version control)`,
      ),
    )
    expect(compareLock(renewed, [], lines)).toEqual([
      expect.stringMatching(/^release 0.1: changed since it was released \(what a release has never changes\)/),
    ])
    const without = releaseLines(spoil((logs) => writeFileSync(join(logs, 'releases.lock'), '')))
    expect(compareLock(renewed, [], without).map((finding) => finding.split(';')[0])).toEqual([
      'release 0.1: is gone',
      'release 0.2: is gone',
    ])
  })
})
