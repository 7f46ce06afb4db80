/** The people of the golden story, with role and unit. All are made up. */
import type { RoleName } from '@zhiyuan/domain'

const actor = (person: string, role: RoleName, unit: string) => ({ type: 'person' as const, person, role, unit })

export const units = { C: '131081', T1: '131081104', V1: '131081104201', T2: '131081105', V2: '131081105201' } as const
const { C, T1, V1, T2, V2 } = units

export const actors = {
  admin: actor('admin', 'administrator', C),
  a: actor('a', 'volunteer', V1),
  b: actor('b', 'volunteer', V1),
  c: actor('c', 'volunteer', V2),
  d: actor('d', 'volunteer', V2),
  e: actor('e', 'volunteer', V2),
  g: actor('g', 'volunteer', C),
  r1: actor('r1', 'resident', V1),
  r2: actor('r2', 'resident', V1),
  r3: actor('r3', 'resident', V2),
  f1: actor('f1', 'resident', V1),
  h1: actor('h1', 'grid-worker', V1),
  k1: actor('k1', 'clerk', V1),
  k2: actor('k2', 'clerk', V2),
  'k2 (approver)': actor('k2', 'approver', V2),
  p1: actor('p1', 'dispatcher', T1),
  p2: actor('p2', 'dispatcher', T2),
  pc: actor('pc', 'dispatcher', C),
  q1: actor('q1', 'approver', V1),
  q2: actor('q2', 'approver', V2),
  qc: actor('qc', 'approver', C),
  s: actor('s', 'star-authority', C),
} as const

export type Who = keyof typeof actors
