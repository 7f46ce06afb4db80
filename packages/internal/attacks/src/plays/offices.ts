/** Approvals by those who entered, by those concerned, and by no one in office. */
import type { Attack } from '../attack.ts'
import { actor, C, interval, takePost, V1, V2 } from '../county.ts'
import { asApprover, backfill, publish, verify } from './words.ts'

const evening = interval('04-24 01:00', '04-24 04:00')

export const offices: ReadonlyArray<Attack> = [
  {
    id: 'approves-own-entry',
    source: 'report 13',
    name: { zh: '录入员兼审核人审核自己的录入', en: 'a recorder who is also approver approves the own entry' },
    ...{ people: 1, colluders: ['k1'], gain: ['v0'] },
    play: async ({ at, does, tries }) => {
      await does('admin', takePost(V1, 'approver', 'k1'))
      await at('04-20 01:00')
      await does('k1', publish('S', evening))
      await at('04-27 01:00')
      await does('k1', backfill('v0', 'R1', 'S', evening))
      await at('04-29 01:00')
      await tries(asApprover('k1', V1), verify('v0', 'R1'))
    },
  },
  {
    id: 'approves-own-hours',
    source: 'report 13',
    name: { zh: '审核人审核记在自己名下的工时', en: 'an approver approves the own hours' },
    ...{ people: 1, colluders: ['k1', 'v0'], gain: ['v0'] },
    play: async ({ at, does, tries }) => {
      await does('admin', takePost(V1, 'approver', 'v0'))
      await at('04-20 01:00')
      await does('k1', publish('S', evening))
      await at('04-27 01:00')
      await does('k1', backfill('v0', 'R1', 'S', evening))
      await at('04-29 01:00')
      await tries(asApprover('v0', V1), verify('v0', 'R1'))
    },
  },
  {
    id: 'one-hand-two-names',
    source: 'own (H7, G2)',
    name: {
      zh: '同一人用两个注册，一个录入一个审核',
      en: 'one human enters under one name, and approves under another',
    },
    ...{ people: 1, colluders: ['k1', 'q1'], sameHuman: { q1: 'k1' }, gain: ['v0'] },
    play: async ({ at, does, tries }) => {
      await at('04-20 01:00')
      await does('k1', publish('S', evening))
      await at('04-27 01:00')
      await does('k1', backfill('v0', 'R1', 'S', evening))
      await at('04-29 01:00')
      await tries('q1', verify('v0', 'R1'))
    },
  },
  {
    id: 'closed-unit',
    source: 'own (H16)',
    name: { zh: '已撤销村的前办事员补录', en: 'the former clerk of a closed village enters hours' },
    ...{ people: 1, colluders: ['k2'], gain: ['v0'] },
    play: async ({ at, does, tries }) => {
      await at('04-20 01:00')
      await does('admin', { type: 'BeginClosingUnit', unitId: V2 })
      await at('04-27 01:00')
      const occasion = { type: 'session', sessionId: 'S', host: V2 }
      await tries('k2', backfill('v0', 'R1', 'S', evening, { bodyId: V2, occasion }))
    },
  },
  {
    id: 'outside-the-log',
    source: 'F6 (authority matrix)',
    name: { zh: '自称不存在职务或单位者录入、审核', en: 'people who hold no post of the unit enter and verify' },
    ...{ people: 1, colluders: ['k2', 'x'], gain: ['v0'] },
    play: async ({ at, does, tries }) => {
      await at('04-20 01:00')
      await does('k0', publish('S', evening))
      await at('04-27 01:00')
      await tries('k2', backfill('v0', 'R1', 'S', evening))
      await does('k0', backfill('v0', 'R2', 'S', evening))
      await at('04-29 01:00')
      await tries(asApprover('x', V1), verify('v0', 'R2'))
      await tries(actor('x', 'approver', C), verify('v0', 'R2'))
    },
  },
  {
    id: 'hurried-approvals',
    source: 'own (H12)',
    name: { zh: '一名审核人十分钟内放行二十二条', en: 'one approver lets 22 records count within ten minutes' },
    ...{ people: 22, colluders: ['k1', 'q1'], gain: Array.from({ length: 22 }, (_, n) => `v${n}`) },
    play: async ({ at, does, tries }) => {
      const all = Array.from({ length: 22 }, (_, n) => n)
      await at('04-20 01:00')
      for (const n of all) await does('k1', publish(`S${n}`, evening))
      await at('04-27 01:00')
      for (const n of all) await does('k1', backfill(`v${n}`, 'R1', `S${n}`, evening))
      await at('04-29 01:00')
      for (const n of all) await tries('q1', verify(`v${n}`, 'R1'))
    },
  },
]
