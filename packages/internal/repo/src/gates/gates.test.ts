import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { run } from '../command.ts'
import { copyKernel, type Copy } from '../plant/copy.ts'
import type { GateResult } from './gate.ts'

const check = async (
  folder: string,
  ...gates: ReadonlyArray<string>
): Promise<{ code: number; gates: ReadonlyMap<string, GateResult> }> => {
  const { code } = await run(process.execPath, [resolve('packages/internal/repo/src/check.ts'), ...gates], folder)
  const results = JSON.parse(readFileSync(join(folder, 'reports/check.json'), 'utf8')) as ReadonlyArray<GateResult>
  return { code, gates: new Map(results.map((result) => [result.name, result])) }
}

/** One file a gate, each wrong in that gate's eyes. */
const planted = {
  types: ['packages/kernel/src/planted-type.ts', "export const planted: number = 'a word'\n"],
  lint: ['packages/kernel/src/planted-clock.ts', 'export const planted = () => new Date()\n'],
  arrows: ['packages/kernel/src/planted-arrow.ts', "export { planted } from '../../elsewhere/src/index.ts'\n"],
  unused: ['packages/kernel/src/planted-unused.ts', 'export const nobodyUsesThis = 1\n'],
  format: ['packages/kernel/src/planted-format.ts', 'export  const   planted = {a:1}\n'],
  sizes: ['packages/kernel/src/planted-long.ts', '// one more line\n'.repeat(301)],
  language: ['packages/kernel/src/planted-words.ts', '// somebody or nobody\n'.repeat(200)],
  ids: ['packages/kernel/src/planted-ids.ts', '/** Z99: no such rule. */\nexport const planted = 1\n'],
} as const

/** All gates but the lock, which wants the whole ledger: its own test plants there. */
const planting = Object.keys(planted)

/** Slices of the domain of which the lower one points up. */
const upward = {
  'packages/domain/src/slices/organisation/lower/planted-upward.ts':
    "export { planted } from '../../hours/upper/upper.read.ts'\n",
  'packages/domain/src/slices/hours/upper/upper.read.ts': 'export const planted = 1\n',
}

describe('npm run check on a copy', () => {
  const copy: Copy = copyKernel()
  let sound: Awaited<ReturnType<typeof check>>
  let spoilt: Awaited<ReturnType<typeof check>>

  beforeAll(async () => {
    sound = await check(copy.folder, ...planting)
    copy.write('packages/elsewhere/src/index.ts', 'export const planted = 1\n')
    for (const [path, text] of [...Object.values(planted), ...Object.entries(upward)]) copy.write(path, text)
    spoilt = await check(copy.folder, ...planting)
  }, 120_000)
  afterAll(() => copy.remove())

  it('passes while nothing is wrong', () => {
    expect([...sound.gates.values()].filter(({ passed }) => !passed)).toEqual([])
    expect(sound.code).toBe(0)
  })

  it('arrows fails on a context of the domain that imports one above it', () => {
    expect(spoilt.gates.get('arrows')?.violations.join('\n')).toMatch(/planted-upward.*: organisation stands below/)
  })

  it.each(Object.entries(planted))('%s fails on a planted violation and names it', (name, [path]) => {
    const gate = spoilt.gates.get(name)
    expect(gate?.passed).toBe(false)
    expect(gate?.violations.join('\n')).toContain(path.split('/').at(-1))
    expect(spoilt.code).toBe(1)
  })
})

describe('npm run check where there is nothing', () => {
  it('fails at every gate: it looked at nothing', async () => {
    const empty = mkdtempSync(join(tmpdir(), 'zhiyuan-empty-'))
    const { code, gates } = await check(empty)
    rmSync(empty, { recursive: true })
    expect([...gates.values()].map(({ name, passed, looked }) => ({ name, passed, looked }))).toEqual(
      [...gates.keys()].map((name) => ({ name, passed: false, looked: 0 })),
    )
    expect(gates.size).toBe(9)
    expect(code).toBe(1)
  }, 60_000)
})
