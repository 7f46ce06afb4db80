import { describe, expect, it } from 'vitest'
import { startLoop } from '@zhiyuan/testing'
import { completeTerms, policy } from '../../policy.ts'
import { test1 } from '../../presets/policies.ts'
import { people } from '../../fixtures/people.ts'
import { scene, world } from '../../fixtures/world.ts'
import { burst } from '../../slices/hours/burst/index.ts'
import { headCount } from '../../slices/attendance/head-count/index.ts'
import { record, type RecordState } from '../../slices/hours/record/index.ts'
import { instant, backfill } from '../../slices/hours/record/record.fixture.ts'
import { burstHold } from './burst-hold.ts'
import { burstRecords } from './burst-records.ts'

describe('a burst of a day', () => {
  it('H12: is looked at again when a list is dropped', () => {
    const day = '2020-04-29'
    const ofS = { type: 'session', sessionId: 'S' }
    const asProcess = { type: 'process', process: 'sheet-lines', cause: 'x.0' } as const
    const list = { type: 'NoteList', occasion: ofS, listId: 'sheet.L1.1', hands: ['k2'], people: ['c'], day }
    const told = (count: number) => ({
      occasion: ofS,
      count,
      by: 'a',
      caller: null,
      rollCallId: 'call1',
      at: instant('04-29 02:00'),
    })
    const sections = completeTerms({ bursts: { people: 20, peopleADay: 3 } }, test1.sections)
    const byDay = {
      ...test1,
      type: 'PolicyAdopted',
      adoptedAt: '2020-04-01T02:00:00.000Z',
      version: 'TEST-2',
      effectiveFrom: '2020-04-02',
      sections,
    }
    const after = (...later: ReadonlyArray<object>) => {
      const loop = startLoop({
        slices: [record, burst, headCount, policy],
        processes: [burstHold, burstRecords],
        world: {
          ...world,
          'policy-131081': [...(world['policy-131081'] ?? []), byDay],
          'headcount-s.S': [{ type: 'HeadCountTold', ...told(1), day }],
        },
        scene: { ...scene, now: instant('05-18 01:00') },
      })
      loop.does(asProcess, list as never)
      const statuses = () =>
        ['c', 'e', 'b'].map(
          (one, index) =>
            (loop.state(record, `record-${one}`) as RecordState).records.get(`R${index + 6}` as never)?.status,
        )
      for (const [index, volunteer] of ['c', 'e', 'b'].entries()) {
        const entry = backfill(`R${index + 6}`, volunteer, `04-29 0${index}:00`, `04-29 0${index}:30`, 30)
        loop.send(people.recorderV2, {
          ...entry,
          occasion: { ...entry.occasion, sessionId: index === 0 ? 'S' : `S${index}` },
        } as never)
      }
      loop.rest()
      expect(statuses()).toEqual(['submitted', 'submitted', 'submitted'])
      for (const one of later) loop.does(asProcess, one as never)
      loop.rest()
      return statuses()
    }
    const drop = { type: 'DropList', occasion: ofS, listId: 'sheet.L1.1' }
    expect(after(drop)).toEqual(['held', 'held', 'held'])
    expect(after({ ...list, listId: 'sheet.L2.1' }, drop)).toEqual(['submitted', 'submitted', 'submitted'])
    expect(after({ ...drop, listId: 'sheet.L2.1' })).toEqual(['submitted', 'submitted', 'submitted'])
  })
})
