/** A release is made in a copy; then a stored shape is changed there, first in a way that is forbidden, then in the allowed way. */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { run, tool, type Outcome } from '../command.ts'
import { copyAgain, copyLedger } from '../plant/copy.ts'
import { replaceOnce } from '../plant/planting.ts'
import type { Finding } from './gate.ts'

const acceptance = 'packages/internal/acceptance/src'
const units = 'packages/domain/src/slices/organisation/units'
const orders = 'packages/domain/src/views/assessment/orders/project.ts'
const lockFile = 'packages/domain/src/vocabulary/vocabulary.lock'
const extension = 'packages/domain/src/slices/requests/order/decide/extension.ts'
const handler = 'packages/domain/src/slices/requests/order/decide/handler.ts'

const runScript = (folder: string, script: string, ...args: ReadonlyArray<string>): Promise<Outcome> =>
  run(process.execPath, [join(acceptance, script), ...args], folder)
const makeLock = (folder: string): Promise<Outcome> => runScript(folder, 'lock/write.ts')

/** The first line of each finding of the gate. */
const findings = async (folder: string): Promise<ReadonlyArray<string>> => {
  const { output } = await runScript(folder, 'lock/check.ts')
  return (JSON.parse(output) as Finding).violations.map((violation) => violation.split('\n')[0] ?? '')
}

const changedAnswers =
  'answers rules@1 over rehearsal: changed since it was released (changed answers are the next rule set)'

/** A stored event has a key more. */
const plantKey = (folder: string): void => {
  const fields = "literal('UnitOpened'), ...node"
  replaceOnce(folder, join(units, 'units.codec.ts'), fields, `${fields}, planted: nullable(Code)`)
  const emitted = "'UnitOpened', unitId, level, parent, name, code"
  replaceOnce(folder, join(units, 'decide/units.ts'), emitted, `${emitted}, planted: null`)
}

/** A row of a view has a field more. */
const plantField = (folder: string): void =>
  replaceOnce(
    folder,
    orders,
    'placed: { recordedAt, needId, owner }',
    'placed: { recordedAt, needId, owner, planted: 1 }',
  )

/** Two rules of which only the log of the main job has a command that they answer otherwise. */
const grant = (folder: string): void =>
  replaceOnce(folder, extension, '=> ({ asker, from, to })', '=> ({ asker, from: to, to })')
const escalate = (folder: string): void => {
  const escalated = "{ type: 'OrderEscalated', ...move.right, automatic: true }"
  replaceOnce(folder, handler, `...recallFirst(state, reason), ${escalated}`, escalated)
}

const unitsPast = `
import { closed, literal, nullable, pastEdition } from '@zhiyuan/kernel'
import { UnitId } from '../../../vocabulary/ids.ts'
import { Code, PublicName, UnitLevel } from '../../../vocabulary/values.ts'
const node = { unitId: UnitId, level: UnitLevel, parent: nullable(UnitId), name: PublicName, code: nullable(Code) }
const UnitOpened = closed({ type: literal('UnitOpened'), ...node })
const planted = { type: 'UnitOpened', unitId: 'u', level: 'village', parent: null, name: 'n', code: null } as const
export const upcasts = { UnitOpened: [pastEdition(UnitOpened, planted, (old) => ({ ...old, planted: null }))] }
`

/** The event is the next edition, with an upcast; the view is the next version. */
const raise = (folder: string): void => {
  writeFileSync(join(folder, units, 'units.past.ts'), unitsPast)
  const wired = '  decider: organisationDecider,\n'
  replaceOnce(folder, join(units, 'index.ts'), wired, `${wired}  upcasts,\n`)
  const first = "import { organisationDecider } from './units.decide.ts'\n"
  replaceOnce(folder, join(units, 'index.ts'), first, `${first}import { upcasts } from './units.past.ts'\n`)
  replaceOnce(folder, orders, "'assessment-orders',\n  1,", "'assessment-orders',\n  2,")
}

describe('after a release', () => {
  const folders: string[] = []
  const makeCopy = (folder: string | null): string => {
    const copy = folder === null ? copyLedger() : copyAgain(folder)
    folders.push(copy)
    return copy
  }
  let released = ''

  beforeAll(async () => {
    released = makeCopy(null)
    expect(await runScript(released, 'release/main.ts', 'rehearsal')).toMatchObject({ code: 0 })
  }, 180_000)
  afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })), 60_000)

  /** Plants, and asks the gate before and after the lock is made anew. */
  const findTwice = async (plant: (folder: string) => void) => {
    const copy = makeCopy(released)
    plant(copy)
    const before = await findings(copy)
    await makeLock(copy)
    return { before, after: await findings(copy) }
  }

  it.concurrent(
    'a key more in a stored event is red, also when the lock was made anew',
    async () => {
      const { before, after } = await findTwice(plantKey)
      for (const found of [before, after]) {
        expect(found).toContainEqual(expect.stringMatching(/^event UnitOpened@1: changed since it was released/))
        expect(found).toContainEqual('rehearsal: event UnitOpened@1 cannot be read: $.data.planted is not Code')
      }
    },
    300_000,
  )

  it.concurrent(
    'a field more in a row without another version is red, also when the lock was made anew',
    async () => {
      const { before, after } = await findTwice(plantField)
      const changed = /^view assessment-orders@1 over rehearsal: changed since it was released/
      expect(before).toContainEqual(expect.stringMatching(changed))
      expect(after).toEqual([expect.stringMatching(changed)])
    },
    300_000,
  )

  it.concurrent.each([
    ['a later date that is granted says another day before', grant],
    ['an order that escalates by itself leaves its offer open', escalate],
  ])(
    'another rule is red: %s',
    async (_, plant) => {
      const copy = makeCopy(released)
      plant(copy)
      expect(await findings(copy)).toEqual([changedAnswers])
    },
    300_000,
  )

  it.concurrent(
    'the lock is never made from nothing, and the line over the files of a release not at all',
    async () => {
      const copy = makeCopy(released)
      const file = join(copy, lockFile)
      const withoutRelease = readFileSync(file, 'utf8').replace(/^release rehearsal .*\n/m, '')
      writeFileSync(file, withoutRelease)
      expect(await makeLock(copy)).toMatchObject({
        code: 1,
        output: expect.stringContaining('release rehearsal') as unknown,
      })
      expect(readFileSync(file, 'utf8')).toBe(withoutRelease)
      rmSync(file)
      expect(await makeLock(copy)).toMatchObject({
        code: 1,
        output: expect.stringContaining(
          'vocabulary.lock: is gone or has no line; take it from version control',
        ) as unknown,
      })
      expect(existsSync(file)).toBe(false)
    },
    300_000,
  )

  it('the same as the next edition with an upcast, the next version and the next rule set is green, and the old log answers as before', async () => {
    const copy = makeCopy(released)
    for (const plant of [plantKey, plantField, raise]) plant(copy)
    const { output } = await makeLock(copy)
    for (const added of [
      'event UnitOpened@2',
      'upcast UnitOpened@1',
      'raised UnitOpened@1 over rehearsal',
      'view assessment-orders@2 over rehearsal',
    ])
      expect(output).toContain(`added   ${added}`)
    expect(await findings(copy)).toEqual([changedAnswers])
    replaceOnce(copy, 'packages/domain/src/rule-set.ts', 'ruleSet = 1', 'ruleSet = 2')
    expect((await makeLock(copy)).output).toContain('added   answers rules@2 over rehearsal')
    expect(await findings(copy)).toEqual([])
    const asking = [tool('vitest'), 'run', join(acceptance, 'release'), '--testNamePattern=the release rehearsal']
    expect(await run(process.execPath, asking, copy)).toMatchObject({
      code: 0,
      output: expect.stringMatching(/6 passed/) as unknown,
    })
    replaceOnce(copy, join(units, 'units.past.ts'), '...old, planted: null', "...old, planted: 'guessed'")
    const reread = await findings(copy)
    for (const line of ['upcast UnitOpened@1', 'raised UnitOpened@1 over rehearsal'])
      expect(reread).toContain(`${line}: not as in the lock (npm run lock)`)
  }, 300_000)
})
