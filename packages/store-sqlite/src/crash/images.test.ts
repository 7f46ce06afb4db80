import { describe, expect, it } from 'vitest'
import { seededChance } from '@zhiyuan/testing/history'
import { chooseKeeping, buildImage, type Keeping } from './images.fixture.ts'
import { parseOps, type Op } from './trace.fixture.ts'

const write = (at: number, text: string): Op => ({ type: 'write', file: 'f', at, bytes: Buffer.from(text) })
const create: Op = { type: 'create', file: 'f' }
const sync: Op = { type: 'sync', file: 'f' }
const syncFolder: Op = { type: 'syncFolder' }
const nothing: Keeping = { change: () => false, naming: () => false, part: (length) => [0, length] }
const everything: Keeping = { ...nothing, change: () => true, naming: () => true }

const readText = (ops: ReadonlyArray<Op>, keeping: Keeping): string | undefined =>
  buildImage(ops, ops.length, keeping).files.get('f')?.toString()

describe('after a power failure', () => {
  it('there is what was synced, and of the later nothing or all or some', () => {
    const ops = [create, syncFolder, write(0, 'old '), sync, write(4, 'new'), write(0, 'O')]
    expect(readText(ops, nothing)).toBe('old ')
    expect(readText(ops, everything)).toBe('Old new')
    expect(readText(ops, { ...everything, change: (index) => index === 1 })).toBe('Old ')
    expect(readText(ops, { ...everything, part: () => [0, 1] })).toBe('Old n')
  })

  it('a file whose name was not synced is there or not', () => {
    const ops = [create, write(0, 'text'), sync]
    expect(readText(ops, nothing)).toBeUndefined()
    expect(readText(ops, everything)).toBe('text')
    const gone: ReadonlyArray<Op> = [...ops, syncFolder, { type: 'unlink', file: 'f' }]
    expect(readText(gone, nothing)).toBe('text')
    expect(readText(gone, everything)).toBeUndefined()
  })

  it('what a failed sync was about may be missing for ever, and what came after it is kept', () => {
    const ops: ReadonlyArray<Op> = [
      create,
      syncFolder,
      write(0, 'lost'),
      { type: 'syncFailed', file: 'f' },
      write(4, 'kept'),
      sync,
    ]
    expect(readText(ops, nothing)).toBe('\0\0\0\0kept')
    expect(readText(ops, everything)).toBe('lostkept')
  })

  it('a file can be cut short, or not', () => {
    const ops: ReadonlyArray<Op> = [
      create,
      syncFolder,
      write(0, 'long'),
      sync,
      { type: 'truncate', file: 'f', length: 1 },
    ]
    expect([readText(ops, nothing), readText(ops, everything)]).toEqual(['long', 'l'])
  })

  it('the same seed makes the same image', () => {
    const ops = [create, ...Array.from({ length: 40 }, (_, n) => write(n * 3, `${n}`))]
    const images = (seed: number) => {
      const chance = seededChance(seed)
      return Array.from({ length: 20 }, () => readText(ops, chooseKeeping(chance)))
    }
    expect(images(3)).toEqual(images(3))
    expect(images(3)).not.toEqual(images(4))
  })
})

describe('a trace', () => {
  const hex = (text: string) =>
    `"${[...Buffer.from(text)].map((byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join('')}"`

  it('is read in the order in which calls ended, also with other threads between', () => {
    const text = [
      `7 openat(AT_FDCWD, ${hex('/d/f')}, O_RDWR|O_CREAT|O_CLOEXEC, 0644) = 5`,
      `7 pwrite64(5, ${hex('ab')}, 2, 10 <unfinished ...>`,
      `8 close(9) = 0`,
      `7 <... pwrite64 resumed>) = 1`,
      `7 fsync(5) = -1 EIO (Input/output error) (INJECTED)`,
      `7 openat(AT_FDCWD, ${hex('/d')}, O_RDONLY|O_CLOEXEC) = 6`,
      `7 fsync(6) = 0`,
      `7 openat(AT_FDCWD, ${hex('/d/said')}, O_WRONLY|O_CREAT|O_APPEND, 0666) = 3`,
      `7 write(3, ${hex('appended a\n')}, 11) = 11`,
      `7 unlink(${hex('/d/f')}) = 0`,
      `7 write(5, ${hex('elsewhere')}, 9) = -1 EBADF (Bad file descriptor)`,
    ]
    expect(parseOps(text.slice(0, -1).join('\n'), '/d')).toEqual([
      create,
      { ...write(10, 'a') },
      { type: 'syncFailed', file: 'f' },
      syncFolder,
      { type: 'said', line: 'appended a' },
      { type: 'unlink', file: 'f' },
    ])
    expect(() => parseOps(text.join('\n'), '/d')).toThrow('no reader knows write of f')
  })
})
