import type { Chance } from '../simulation/chance.ts'
import { cityCode, type Division } from './units.ts'

/** A simulated team with its members; the first leads. */
export interface Team {
  readonly id: string
  readonly name: string
  readonly kind: 'detachment' | 'brigade' | 'agency-squad' | 'civic-squad'
  readonly unit: string
  readonly body: string
  readonly specialties: ReadonlyArray<string>
  readonly levels: ReadonlyArray<Division['level']>
  readonly members: ReadonlyArray<string>
}

const near: Team['levels'] = ['village', 'township']
const both = ['hygiene-environment', 'hardship-relief']

const members = (id: string, count: number): ReadonlyArray<string> =>
  Array.from({ length: count }, (_, i) => `v-${id}-${i + 1}`)

const detachment = ({ code, name }: Division, specialty: string, short: string): Team => ({
  id: `d-${code}-${short}`,
  name: `${name}${short === 'he' ? '卫生环保' : '扶贫帮困'}支队`,
  kind: 'detachment',
  unit: code,
  body: code,
  specialties: [specialty],
  levels: near,
  members: members(`${code}-${short}`, 7),
})

const brigade = ({ code, name }: Division): Team => ({
  id: `b-${code}`,
  name: `${name}志愿服务大队`,
  kind: 'brigade',
  unit: code,
  body: code,
  specialties: both,
  levels: near,
  members: members(code, 6),
})

const squad = (n: number): Team => ({
  id: `s-${n}`,
  name: `市直单位分队${n}`,
  kind: 'agency-squad',
  unit: cityCode,
  body: `body-${n}`,
  specialties: n % 2 === 0 ? both : [...both].reverse(),
  levels: ['city'],
  members: members(`s${n}`, 6),
})

export const squadCount = 7

/** Up to two detachments a township, a brigade in about a seventh of the villages, and the squads of city bodies. */
export const simulateTeams = (all: ReadonlyArray<Division>, chance: Chance): ReadonlyArray<Team> => [
  ...all
    .filter(({ level }) => level === 'township')
    .flatMap((one) => [detachment(one, 'hygiene-environment', 'he'), detachment(one, 'hardship-relief', 'hr')])
    .filter(({ id }) => chance.happens(0.8, 'detachment', id)),
  ...all.filter(({ level, code }) => level === 'village' && chance.happens(0.15, 'brigade', code)).map(brigade),
  ...Array.from({ length: squadCount }, (_, i) => squad(i + 1)),
]
