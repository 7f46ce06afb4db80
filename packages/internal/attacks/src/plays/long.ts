/** Records by hand that say too much: too long, in too many parts, or entered anew. */
import type { Attack, Stage } from '../attack.ts'
import { interval } from '../county.ts'
import { backfill, publish, redeem, shift, verify, why } from './words.ts'

const evening = interval('04-24 01:00', '04-24 04:00')
/** Half an hour that counts is corrected to eight hours, months later; what was honest is no gain. */
const addLater =
  (by: string) =>
  async ({ at, does, tries }: Stage): Promise<void> => {
    await at('04-23 00:00')
    await does('k0', publish('S', interval('04-24 00:00', '04-24 10:00')))
    await at('04-24 11:00')
    await does('k0', backfill('v0', 'R1', 'S', interval('04-24 01:00', '04-24 01:30')))
    await at('04-28 01:00')
    await does('q0', verify('v0', 'R1'))
    const about = { volunteer: 'v0', recordId: 'R1', correctionId: 'C1', ...why('list-found') }
    await does(by, { type: 'RequestCorrection', ...about })
    const longer = { segments: [interval('04-24 01:00', '04-24 09:00')], minutes: 480 }
    await at('08-10 01:00')
    await tries('q1', { type: 'CorrectRecord', ...about, ...longer })
    await at('08-15 01:00')
    await tries('q1', { type: 'CorrectRecord', ...about, ...longer })
  }

export const long: ReadonlyArray<Attack> = [
  {
    id: 'weeks-in-one-record',
    source: 'F6 b; second-story 4',
    name: { zh: '一条记录写入连续五天', en: 'five whole days in one record' },
    people: 1,
    colluders: ['k1'],
    gain: ['v0'],
    play: async ({ at, tries }) => {
      await at('04-29 01:00')
      const whole = ['04-22', '04-23', '04-24', '04-25', '04-26'].map((day, n, all) =>
        interval(`${day} 00:00`, `${all[n + 1] ?? '04-27'} 00:00`),
      )
      await tries('k1', backfill('v0', 'R1', 'S', evening, { segments: whole, minutes: 7200 }))
    },
  },
  {
    id: 'seventeen-hours',
    source: 'F6 b',
    name: { zh: '一天记十七小时', en: 'seventeen hours in one day' },
    people: 1,
    colluders: ['k1', 'q1'],
    gain: ['v0'],
    play: async ({ at, does, tries, clears }) => {
      const whole = interval('04-23 16:00', '04-24 09:00')
      await at('04-20 01:00')
      await does('k1', publish('S', whole))
      await at('04-27 01:00')
      await does('k1', backfill('v0', 'R1', 'S', whole))
      await at('04-29 01:00')
      await clears('q1', 'v0', 'R1')
      await tries('q1', verify('v0', 'R1'))
    },
  },
  {
    id: 'evening-in-twenty',
    source: 'second-story c',
    name: { zh: '一晚拆成二十条各二十四分钟', en: 'one evening as twenty records of 24 minutes' },
    people: 1,
    colluders: ['k1', 'q1', 'v0'],
    gain: ['v0'],
    play: async ({ at, does, tries }) => {
      await at('04-20 01:00')
      await does('k1', publish('S', interval('04-24 01:00', '04-24 09:00')))
      await at('04-27 01:00')
      const parts = Array.from({ length: 20 }, (_, n) => n)
      for (const n of parts)
        await does('k1', backfill('v0', `R${n}`, 'S', shift(interval('04-24 01:00', '04-24 01:24'), n * 24)))
      await at('04-29 01:00')
      for (const n of parts) await tries('q1', verify('v0', `R${n}`))
      await tries('v0', redeem('v0', 1))
    },
  },
  {
    id: 'voided-copy',
    source: 'own (H9)',
    name: { zh: '作废前先录入差一分钟的副本', en: 'a copy a minute off is entered before the voiding' },
    people: 1,
    colluders: ['k1', 'q1'],
    gain: ['v0'],
    play: async ({ at, does, tries, clears }) => {
      const first = interval('04-24 01:00', '04-24 03:00')
      await at('04-23 00:00')
      await does('k1', publish('S', interval('04-24 00:00', '04-24 08:00')))
      await at('04-24 09:00')
      await does('k1', backfill('v0', 'R1', 'S', first))
      await at('04-28 01:00')
      await does('q1', verify('v0', 'R1'))
      await does('qt', { type: 'SuspendRecord', volunteer: 'v0', recordId: 'R1', ...why('false') })
      await does('k1', backfill('v0', 'R2', 'S', shift(first, 1)))
      await does('qc', { type: 'VoidRecord', volunteer: 'v0', recordId: 'R1', ...why('false') })
      await at('05-06 01:00')
      await clears('q1', 'v0', 'R2')
      await tries('q1', verify('v0', 'R2'))
    },
  },
  {
    id: 'added-by-oneself',
    source: 'own (H20)',
    name: {
      zh: '先核半小时，再自己申请更正为八小时',
      en: 'half an hour is verified, and the volunteer asks for a correction to eight hours',
    },
    people: 1,
    colluders: ['q1', 'v0'],
    gain: ['v0'],
    served: 30,
    play: addLater('v0'),
  },
  {
    id: 'added-by-the-unit-above',
    source: 'own (H20)',
    name: {
      zh: '先核半小时，上级审核人再申请更正为八小时',
      en: 'half an hour is verified, and an approver above asks for a correction to eight hours',
    },
    people: 1,
    colluders: ['q1', 'qt', 'v0'],
    gain: ['v0'],
    served: 30,
    play: addLater('qt'),
  },
]
