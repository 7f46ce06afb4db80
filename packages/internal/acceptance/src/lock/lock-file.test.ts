/** The file of a lock, and texts that are refused. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseLock, printLock, readLock } from './lock-file.ts'
import { first, sliceLines, writtenLock } from './lock.fixture.ts'

describe('the file', () => {
  const text = printLock(writtenLock([], sliceLines(first)))

  it('is read as it was printed, and nothing at all is a lock without lines', () => {
    expect(printLock(parseLock(text))).toBe(text)
    expect(parseLock('')).toEqual(new Map())
  })

  it('is refused where it is gone, empty or a head alone: it is never made from nothing', () => {
    const folder = mkdtempSync(join(tmpdir(), 'zhiyuan-lock-'))
    try {
      const file = join(folder, 'vocabulary.lock')
      expect(() => readLock(file)).toThrow(/^vocabulary.lock: is gone or has no line; take it from version control$/)
      for (const spoilt of ['', printLock(new Map())]) {
        writeFileSync(file, spoilt)
        expect(() => readLock(file)).toThrow(/is gone or has no line/)
      }
      writeFileSync(file, text)
      expect(readLock(file)).toEqual(parseLock(text))
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })

  it.each([
    [
      'a line twice',
      text.replace(/^event .*\n/m, (line) => `${line}${line.replace(/ [0-9a-f]{12} /, ' 000000000000 ')}`),
    ],
    ['a remark below its head', text.replace(/^event /m, '# it may change\nevent ')],
    ['a line without digest', text.replace(/^(event \S+) [0-9a-f]{12}/m, '$1')],
    ['a line of no known kind', text.replace(/^event /m, 'evemt ')],
    ['a line indented', text.replace(/^event /m, ' event ')],
    ['an empty line', text.replace(/^event /m, '\nevent ')],
    ['a last line that does not end', text.slice(0, -1)],
    ['the marks of a merge', text.replace(/^event /m, '<<<<<<< ours\nevent ')],
  ])('is refused with %s', (_, spoilt) => {
    expect(spoilt).not.toBe(text)
    expect(() => parseLock(spoilt)).toThrow(/^vocabulary.lock: /)
  })
})
