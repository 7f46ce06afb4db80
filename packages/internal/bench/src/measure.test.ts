import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { brokenOff, exitCode, summarizeRounds } from './measure.ts'

const measure = { name: 'reading', unit: 'events/s', target: { kind: 'atLeast', bound: 0.5 } } as const

const main = (...args: ReadonlyArray<string>): Promise<{ readonly code: number; readonly output: string }> =>
  new Promise((resolve) => {
    execFile(process.execPath, [fileURLToPath(new URL('./main.ts', import.meta.url)), ...args], (error, out, err) =>
      resolve({ code: error === null ? 0 : Number(error.code), output: out + err }),
    )
  })

describe('a result', () => {
  it('has the median of the ratios of value and floor of one round, not the ratio of medians', () => {
    const rounds = [
      { value: 10, floor: 10 },
      { value: 30, floor: 100 },
      { value: 40, floor: 50 },
    ]
    expect(summarizeRounds(measure, rounds)).toEqual({
      measure: 'reading',
      unit: 'events/s',
      value: 30,
      floor: 50,
      ratio: 0.8,
      target: '≥ 0.5 ×',
      met: true,
    })
  })

  it('misses its target below it, or above it where less is better', () => {
    expect(summarizeRounds(measure, [{ value: 4, floor: 10 }])).toMatchObject({ ratio: 0.4, met: false })
    const most = { ...measure, target: { kind: 'atMost', bound: 512 } } as const
    expect(summarizeRounds(most, [{ value: 600, floor: null }])).toMatchObject({
      ratio: null,
      target: '≤ 512',
      met: false,
    })
    expect(summarizeRounds(most, [{ value: 400, floor: null }])).toMatchObject({ met: true })
  })

  it('without a target is reported only', () => {
    expect(summarizeRounds({ ...measure, target: null }, [{ value: 4, floor: 10 }])).toMatchObject({
      target: null,
      met: null,
    })
  })
})

describe('the exit code', () => {
  const reached = summarizeRounds(measure, [{ value: 6, floor: 10 }])
  const reported = summarizeRounds({ ...measure, target: null }, [{ value: 4, floor: 10 }])
  const missed = summarizeRounds(measure, [{ value: 4, floor: 10 }])

  it('is 0 when every target is reached; what is only reported does not matter', () => {
    expect(exitCode([reached, reported])).toBe(0)
  })

  it('is 1 when one is missed, or a measure broke off', () => {
    expect(exitCode([reached, missed])).toBe(1)
    expect(exitCode([reached, brokenOff({ ...measure, target: null })])).toBe(1)
  })
})

describe('npm run bench', () => {
  it('explains itself, and refuses an unknown measure and a file that it cannot write', async () => {
    expect(await main('--help')).toMatchObject({ code: 0, output: expect.stringContaining('--full') as unknown })
    const { code, output } = await main('nonsense')
    expect([code, output]).toEqual([2, expect.stringContaining('PostgreSQL, 64 callers') as unknown])
    expect(await main('--json', '/nowhere/results.json')).toMatchObject({ code: 2 })
    // Three processes, one after the other: a busy machine takes longer than five seconds.
  }, 30_000)
})
