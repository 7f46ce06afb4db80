import { describe, expect, it } from 'vitest'
import * as fc from 'fast-check'
import { project, type Envelope } from '@zhiyuan/kernel'
import type { LedgerEvent } from '../../ledger.ts'
import { completeTerms } from '../../policy.ts'
import { test1 } from '../../presets/policies.ts'
import { units } from '../../fixtures/people.ts'
import { rulingPace, type PaceRow } from './ruling-pace.ts'

const start = Date.parse('2020-05-20T01:00:00.000Z')
const at = (ms: number): string => new Date(start + ms).toISOString()
const actor = (person: string) => ({ type: 'person', person, role: 'approver', unit: units.V2 })
const sections = completeTerms({ bursts: { pace: { acts: 3, minutes: 10 } } }, test1.sections)
const adopted = { ...test1, type: 'PolicyAdopted', version: 'FAST', adoptedAt: '2020-04-01T00:00:00.000Z', sections }

interface Told {
  readonly ms: number
  readonly record: string
  readonly grade?: string
  readonly sheet?: string
  /** A hold is cleared, by a command of its own; or the record counts again by the same command. */
  readonly cleared?: 'hold' | 'reinstated'
  /** The record was returned, rejected or left as it is. */
  readonly type?: 'RecordReturned' | 'RecordRejected' | 'RecordUpheld'
  readonly command?: string
}
const makeRuling = ({ record, grade = 'manual', sheet, cleared, type }: Told) => {
  const of = { volunteer: 'e', recordId: record, by: 'q2' }
  if (type !== undefined) return { type, ...of, approver: 'q2', grade }
  if (cleared === 'hold') return { type: 'HoldCleared', ...of, grade, holdId: 'two-places:x' }
  if (cleared === 'reinstated') return { type: 'RecordReinstated', ...of, grade }
  return sheet === undefined
    ? { type: 'RecordVerified', volunteer: 'e', recordId: record, grade, approver: 'q2' }
    : { type: 'SheetApproved', sheetId: sheet, by: 'q2' }
}

/** The instants at which a run was told. */
const play = (...acts: ReadonlyArray<Told>): ReadonlyArray<number> => {
  const rows = new Map<string, PaceRow>()
  const run = (data: object, ms: number, commandId: string) => {
    const envelope = { data, recordedAt: at(ms), actor: actor('q2'), commandId } as never as Envelope<LedgerEvent>
    project(rulingPace)(rows, envelope)
    const keys = rulingPace.keys(envelope.data)
    return rulingPace.react(
      envelope,
      keys.map((key) => rows.get(key) ?? rulingPace.initial(key)),
    )
  }
  run(adopted, -86_400_000, 'adopt')
  return acts.flatMap((act) => (run(makeRuling(act), act.ms, act.command ?? act.record).length > 0 ? [act.ms] : []))
}
const minute = 60_000
const many = (n: number, step: number, more: Partial<Told> = {}): ReadonlyArray<Told> =>
  Array.from({ length: n }, (_, index) => ({ ms: index * step, record: `R${index}`, ...more }))

describe('the pace of rulings', () => {
  it('H12: more than the policy takes within its minutes are told once, at the act that makes them so', () => {
    expect(play(...many(3, 1000))).toEqual([])
    expect(play(...many(9, 1000))).toEqual([3000])
    expect(play(...many(4, (10 * minute) / 3))).toEqual([10 * minute])
    expect(play(...many(4, (10 * minute) / 3 + 1))).toEqual([])
  })
  it('H12: a run that begins anew is told anew', () => {
    expect(play(...many(4, 1000), ...many(4, 1000).map((one) => ({ ...one, ms: one.ms + 60 * minute })))).toEqual([
      3000,
      60 * minute + 3000,
    ])
  })
  it('H12: a sheet is one act, and a record by the own check-out is none', () => {
    expect(play(...many(9, 1000, { sheet: 'L1' }))).toEqual([])
    expect(play(...many(9, 1000, { grade: 'system' }))).toEqual([])
  })
  it('H12: a record by the own check-out is none when it is returned, rejected, upheld or freed of a hold either', () => {
    for (const type of ['RecordReturned', 'RecordRejected', 'RecordUpheld'] as const) {
      expect(play(...many(9, 1000, { type, grade: 'system' }))).toEqual([])
      expect(play(...many(9, 1000, { type }))).toEqual([3000])
    }
    expect(play(...many(9, 1000, { cleared: 'hold', grade: 'system' }))).toEqual([])
    expect(play(...many(9, 1000, { cleared: 'hold', grade: 'attested' }))).toEqual([3000])
  })
  it('H12: one command is one act, whatever it says of a record; two on one record are two', () => {
    const clear = (n: number): ReadonlyArray<Told> =>
      (['hold', 'reinstated'] as const).map((cleared) => ({ ms: n * 1000, record: 'R1', cleared, command: `c${n}` }))
    expect(play(...[0, 1, 2].flatMap(clear))).toEqual([])
    expect(play(...[0, 1, 2, 3].flatMap(clear))).toEqual([3000])
  })
  it('H12: law: is that of a naive count over all acts', () => {
    const act = fc.record({
      gap: fc.integer({ min: 0, max: 6 * minute }),
      record: fc.constantFrom('R1', 'R2', 'R3', 'R4', 'R5', 'R6'),
    })
    fc.assert(
      fc.property(fc.array(act, { maxLength: 25 }), (drawn) => {
        let ms = 0
        const acts = drawn.map(({ gap, record }): Told => ({ ms: (ms += gap), record }))
        const weigh = (n: number): number => {
          const last = acts[n]
          if (last === undefined) return 0
          return new Set(
            acts
              .slice(0, n + 1)
              .filter((one) => last.ms - one.ms <= 10 * minute)
              .map(({ record }) => record),
          ).size
        }
        const expected = acts.flatMap((one, n) => (weigh(n) > 3 && (n === 0 || weigh(n - 1) <= 3) ? [one.ms] : []))
        expect(play(...acts)).toEqual(expected)
      }),
    )
  })
})
