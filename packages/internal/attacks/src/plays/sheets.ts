/** Sheets of paper for people who were not there. */
import type { Attack } from '../attack.ts'
import { interval, listNames, takePost, V1 } from '../county.ts'
import { approveSheet, asApprover, enterSheet, publish, redeem } from './words.ts'

const day = '04-24'
const morning = interval(`${day} 01:00`, `${day} 05:00`)
const crowd = 25
const few = listNames(19)

export const sheets: ReadonlyArray<Attack> = [
  {
    id: 'sheet-small-by-village',
    source: 'report 10',
    name: {
      zh: '十九人的假名单，村里自己审核，再兑换积分',
      en: 'a sheet of 19, approved by the village itself, points spent',
    },
    ...{ people: 19, colluders: ['k1', 'q1', 'v0'], gain: few },
    play: async ({ at, does, tries }) => {
      await at('04-20 01:00')
      await does('k1', publish('S', morning))
      await at('04-25 01:00')
      await does('k1', enterSheet('L1', 'S', day, few))
      await at('04-29 01:00')
      await tries('q1', approveSheet('L1'))
      await tries('v0', redeem('v0', 4))
    },
  },
  {
    id: 'sheet-large-uncounted',
    source: 'report 10',
    name: { zh: '二十五人的假名单，无人报人数', en: 'a sheet of 25, its heads counted by no one' },
    ...{ people: crowd, colluders: ['k1', 'q1'], gain: listNames(crowd) },
    play: async ({ at, does, tries, clears }) => {
      await at('04-20 01:00')
      await does('k1', publish('S', morning))
      await at('04-25 01:00')
      await does('k1', enterSheet('L1', 'S', day, listNames(crowd)))
      await at('04-29 01:00')
      await tries('q1', approveSheet('L1'))
      for (const [n, person] of listNames(crowd).entries()) await clears('q1', person, `p.L1.1.${n + 1}`)
      for (const [n, person] of listNames(crowd).entries())
        await tries('q1', { type: 'VerifyRecord', volunteer: person, recordId: `p.L1.1.${n + 1}` })
    },
  },
  {
    id: 'sheet-unannounced',
    source: 'report 10; second-story 1',
    name: {
      zh: '无人公告的活动，名单由村里自己审核',
      en: 'a sheet of a session that no one announced, approved by the village itself',
    },
    ...{ people: 19, colluders: ['k1', 'q1'], gain: few },
    play: async ({ at, does, tries, clears }) => {
      await at('04-25 01:00')
      await does('k1', enterSheet('L1', 'warm-sunset', day, few))
      await at('04-29 01:00')
      await does('q1', approveSheet('L1'))
      for (const [n, person] of few.entries()) await clears('q1', person, `p.L1.1.${n + 1}`)
      await tries('q1', { type: 'VerifyRecord', volunteer: 'v0', recordId: 'p.L1.1.1' })
    },
  },
  {
    id: 'sheet-approved-by-recorder',
    source: 'own (H7)',
    name: {
      zh: '录入员换手重录后自己审核',
      en: 'the sheet is returned and entered by another hand, and who entered it first approves',
    },
    ...{ people: 2, colluders: ['k1', 'k3'], gain: ['v0', 'v1'] },
    play: async ({ at, does, tries, clears }) => {
      await does('admin', takePost(V1, 'approver', 'k1'))
      await at('04-20 01:00')
      await does('k1', publish('S', morning))
      await at('04-25 01:00')
      await does('k1', enterSheet('L1', 'S', day, ['v0', 'v1']))
      await does('q0', { type: 'ReturnSheet', sheetId: 'L1', reason: { code: 'unclear', text: null } })
      await does('k3', enterSheet('L1', 'S', day, ['v0', 'v1'], { imageHash: 'ab'.repeat(32) }))
      await at('04-29 01:00')
      await tries(asApprover('k1', V1), approveSheet('L1'))
      await clears(asApprover('k1', V1), 'v0', 'p.L1.2.1')
    },
  },
  {
    id: 'sheet-with-own-name',
    source: 'own (H7)',
    name: { zh: '录入员或负责人把自己列入名单', en: 'the responsible person stands on the own sheet' },
    ...{ people: 2, colluders: ['k1', 'v0'], gain: ['v0'] },
    play: async ({ at, does, tries }) => {
      await at('04-20 01:00')
      await does('k1', publish('S', morning))
      await at('04-25 01:00')
      await tries('k1', enterSheet('L1', 'S', day, ['v0', 'v1'], { responsible: 'v0' }))
    },
  },
]
