/** Registrations that are merged into the own. */
import type { Attack, Stage } from '../attack.ts'
import { actor, C, claim, interval, register, V1 } from '../county.ts'
import { backfill, publish, redeem, verify } from './words.ts'

const evening = interval('04-24 01:00', '04-24 04:00')
const pair = { person: 'd', survivor: 'admin' }
const asAdmin = actor('admin', 'administrator', C)

/** d has three hours; the administrator is registered too. */
const earn = async ({ at, does }: Stage): Promise<void> => {
  for (const command of [claim('d'), register('d')]) await does('k0', command)
  for (const command of [claim('admin'), register('admin')]) await does(actor('second', 'administrator', C), command)
  await at('04-20 01:00')
  await does('k0', publish('S', evening))
  await at('04-27 01:00')
  await does('k0', backfill('d', 'R1', 'S', evening))
  await at('04-29 01:00')
  await does('q0', verify('d', 'R1'))
}
export const merges: ReadonlyArray<Attack> = [
  {
    id: 'merge-into-oneself',
    source: 'F6 a',
    name: {
      zh: '管理员把他人的注册并入自己名下',
      en: 'an administrator merges another person into the own registration',
    },
    ...{ colluders: ['admin'], gain: ['admin'] },
    play: async (stage) => {
      await earn(stage)
      await stage.tries(asAdmin, { type: 'ProposeMerge', ...pair })
      await stage.tries(asAdmin, { type: 'MergeRegistrations', ...pair })
    },
  },
  {
    id: 'merge-with-a-helper',
    source: 'F6 a',
    name: {
      zh: '办事员提议、管理员自己决定并入自己名下',
      en: 'a clerk proposes, and the administrator merges into the own registration',
    },
    ...{ colluders: ['admin', 'k1'], gain: ['admin'] },
    play: async (stage) => {
      await earn(stage)
      await stage.does('k1', { type: 'ProposeMerge', ...pair })
      await stage.tries(asAdmin, { type: 'MergeRegistrations', ...pair })
    },
  },
  {
    id: 'merge-by-two-helpers',
    source: 'F6 a',
    name: {
      zh: '办事员提议、副管理员决定，把他人并入管理员名下，管理员兑换积分',
      en: 'a clerk proposes, the deputy merges another person into the administrator’s registration, and she spends the points',
    },
    // The merge moves minutes that were served, and makes none: the gain is what is spent of them.
    ...{ colluders: ['admin', 'deputy', 'k1'], gain: ['admin'], served: 180 },
    play: async (stage) => {
      await earn(stage)
      await stage.does('k1', { type: 'ProposeMerge', ...pair })
      await stage.tries('deputy', { type: 'MergeRegistrations', ...pair })
      await stage.tries(actor('admin', 'volunteer', V1), redeem('admin', 6))
    },
  },
]
