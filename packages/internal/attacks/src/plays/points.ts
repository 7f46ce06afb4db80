/** Points on hours that should not carry them. */
import { nationalDefaultPolicy } from '@zhiyuan/ledger'
import type { Attack, Stage } from '../attack.ts'
import { interval } from '../county.ts'
import { backfill, publish, redeem, verify, why } from './words.ts'

const evening = interval('04-24 01:00', '04-24 04:00')
/** A record by hand that the village verifies. */
const earn = async ({ at, does }: Stage): Promise<void> => {
  await at('04-20 01:00')
  await does('k0', publish('S', evening))
  await at('04-27 01:00')
  await does('k0', backfill('v0', 'R1', 'S', evening))
  await at('04-29 01:00')
  await does('q0', verify('v0', 'R1'))
}
const { sections } = nationalDefaultPolicy
const lax = {
  ...sections,
  records: { ...sections.records, secondLook: null },
  bursts: { ...sections.bursts, people: 500 },
}

export const points: ReadonlyArray<Attack> = [
  {
    id: 'spent-under-suspicion',
    source: 'second-story 16, b',
    name: { zh: '记录被中止后抢先兑换', en: 'points of a suspended record are spent' },
    ...{ people: 1, colluders: ['v0'], gain: ['v0'] },
    play: async (stage) => {
      await earn(stage)
      await stage.does('qt', { type: 'SuspendRecord', volunteer: 'v0', recordId: 'R1', ...why('not-there') })
      await stage.tries('v0', redeem('v0', 6))
    },
  },
  {
    id: 'spent-twice',
    source: 'report 11',
    name: { zh: '同一余额兑换两次', en: 'one balance is redeemed twice' },
    ...{ people: 1, colluders: ['v0'], gain: [] },
    play: async (stage) => {
      await earn(stage)
      await stage.does('v0', redeem('v0', 6))
      await stage.tries('v0', { ...redeem('v0', 6), redemptionId: 'again' })
    },
  },
  {
    id: 'lax-for-a-day',
    source: 'own (G5)',
    name: {
      zh: '管理员改一天宽松政策，三人趁机录入审核',
      en: 'an administrator adopts a lax policy for a day, and hours are sold at once under it',
    },
    ...{ people: 1, colluders: ['admin', 'k1', 'q1', 'v0'], gain: ['v0'] },
    play: async (stage) => {
      await stage.at('04-20 01:00')
      await stage.does('k1', publish('S', evening))
      await stage.at('04-23 01:00')
      const document = { number: 'LAX', issuer: 'city', title: 'LAX', date: '2020-04-23' }
      await stage.does('admin', {
        type: 'AdoptPolicy',
        ...nationalDefaultPolicy,
        version: 'LAX',
        document,
        effectiveFrom: '2020-04-23',
        sections: lax,
      })
      await stage.at('04-24 05:00')
      await stage.does('k1', backfill('v0', 'R1', 'S', evening))
      await stage.tries('q1', verify('v0', 'R1'))
      await stage.tries('v0', redeem('v0', 6))
    },
  },
]
