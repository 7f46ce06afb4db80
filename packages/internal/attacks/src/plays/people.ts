/** Numbers, ages, homes and teams that people bend. */
import type { Attack } from '../attack.ts'
import { actor, claim, register, V1, V2 } from '../county.ts'

const join = (teamId: string, person: string) => ({ type: 'JoinTeam', teamId, person })

export const people: ReadonlyArray<Attack> = [
  {
    id: 'of-age-by-oneself',
    source: 'F6 f',
    name: { zh: '未成年人自称成年', en: 'a minor declares to be of age' },
    ...{ colluders: ['kid'], gain: ['kid'] },
    play: async (stage) => {
      await stage.does('k0', claim('kid'))
      await stage.does('kid', register('kid', V1, { ageBand: 'under-14' }))
      const declare = { type: 'DeclareAgeBand', person: 'kid', ageBand: 'adult', bornOn: null }
      await stage.tries('kid', { ...declare, source: 'own-word' })
      await stage.tries('kid', { ...declare, source: 'document' })
      const forged = await stage.keep('1990-01-01')
      await stage.tries('kid', { ...declare, source: 'birth-date', bornOn: forged })
    },
  },
  {
    id: 'numbers-without-end',
    source: 'F6 g',
    name: {
      zh: '不存在单位的办事员发号、一人领多号',
      en: 'a clerk of no unit gives numbers, and one person takes many',
    },
    ...{ colluders: ['squatter', 'ghost', 'k1'], gain: [] },
    play: async (stage) => {
      await stage.tries(actor('squatter', 'volunteer', 'nowhere'), claim('squatter', 'BZ1'))
      await stage.tries(actor('ghost', 'clerk', 'no-such-unit'), claim('someone', 'BZ2'))
      await stage.tries('k1', claim('k1', 'BZ3'))
      await stage.tries('k1', claim('a', 'BZ4'))
    },
  },
  {
    id: 'joins-unasked',
    source: 'F6 l',
    name: { zh: '未经同意加入不开放的队伍', en: 'one joins a closed team unasked' },
    ...{ colluders: ['a', 'k1'], gain: [] },
    play: async (stage) => {
      await stage.does('b', { type: 'ChangeJoining', teamId: 'TA', joining: 'by-leader' })
      await stage.does('c', { type: 'ChangeJoining', teamId: 'TB', joining: 'by-leader' })
      await stage.tries('a', join('TB', 'a'))
      await stage.tries('k1', join('TB', 'a'))
    },
  },
  {
    id: 'leads-by-own-hand',
    source: 'F6 l; F6 h',
    name: {
      zh: '办事员建队并自任队长，又自荐接任他队',
      en: 'a clerk founds a team with herself as leader, and names herself leader of another',
    },
    ...{ colluders: ['k1'], gain: [] },
    play: async (stage) => {
      const open = { levels: ['city'], units: [] }
      const team = { teamId: 'TC', name: 'TC', kind: 'brigade', unitId: V1, bodyId: V1, specialties: ['schooling'] }
      await stage.tries('k1', { type: 'FoundTeam', ...team, open, leader: 'k1' })
      await stage.tries('k1', { type: 'ChangeLeader', teamId: 'TA', leader: 'k1' })
    },
  },
  {
    id: 'moved-for-the-figures',
    source: 'own (G2)',
    name: {
      zh: '邻村办事员把外村人迁入以充参与率',
      en: 'a clerk moves people of another village into the own, for its participation',
    },
    ...{ colluders: ['k2'], gain: [] },
    play: async (stage) => {
      await stage.tries('k2', { type: 'MoveHome', person: 'a', home: V2, from: '2020-01-02' })
    },
  },
]
