/** Posts that people give themselves or a friend, and an approver who takes away. */
import type { Attack } from '../attack.ts'
import { interval, takePost, V1 } from '../county.ts'
import { asApprover, backfill, publish, redeem, verify, why } from './words.ts'

const evening = interval('04-24 01:00', '04-24 04:00')

export const posts: ReadonlyArray<Attack> = [
  {
    id: 'own-post',
    source: 'F6 h',
    name: {
      zh: '管理员自任审核人，随即审核',
      en: 'an administrator takes the approver’s post for herself, and verifies',
    },
    ...{ people: 1, colluders: ['admin', 'k1'], gain: ['v0'] },
    play: async ({ at, does, tries }) => {
      await at('04-20 01:00')
      await does('k1', publish('S', evening))
      await at('04-27 01:00')
      await does('k1', backfill('v0', 'R1', 'S', evening))
      await at('04-29 01:00')
      await tries('admin', takePost(V1, 'approver', 'admin'))
      await tries(asApprover('admin', V1), verify('v0', 'R1'))
    },
  },
  {
    id: 'post-by-a-friend',
    source: 'F6 h',
    name: { zh: '副管理员任命同伙为审核人', en: 'a deputy gives a friend the approver’s post' },
    ...{ people: 1, colluders: ['deputy', 'friend', 'k1', 'v0'], gain: ['v0'] },
    play: async ({ at, does, tries }) => {
      await at('04-20 01:00')
      await does('k1', publish('S', evening))
      await at('04-27 01:00')
      await does('k1', backfill('v0', 'R1', 'S', evening))
      await at('04-29 01:00')
      await does('deputy', takePost(V1, 'approver', 'friend'))
      await tries(asApprover('friend', V1), verify('v0', 'R1'))
      await tries('v0', redeem('v0', 6))
    },
  },
  {
    id: 'suspends-and-voids',
    source: 'F6 i',
    name: {
      zh: '一名审核人先中止再作废他人记录',
      en: 'one approver suspends and voids the record of an honest volunteer',
    },
    ...{ people: 1, colluders: ['q1'], gain: [], due: { v0: 180 } },
    play: async ({ at, does, tries }) => {
      await at('04-20 01:00')
      await does('k0', publish('S', evening))
      await at('04-27 01:00')
      await does('k0', backfill('v0', 'R1', 'S', evening))
      await at('04-29 01:00')
      await does('q0', verify('v0', 'R1'))
      const about = { volunteer: 'v0', recordId: 'R1', ...why('x') }
      await does('q1', { type: 'SuspendRecord', ...about })
      await tries('q1', { type: 'VoidRecord', ...about })
    },
  },
]
