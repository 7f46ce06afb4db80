/** Who acts in the golden story, as what, and where. All are made up. */
import type { RoleName } from '@zhiyuan/domain'

const at = (person: string, role: RoleName, unit: string) => ({ type: 'person' as const, person, role, unit })

export const units = { C: '131081', T1: '131081104', V1: '131081104201', T2: '131081105', V2: '131081105201' } as const
const { C, T1, V1, T2, V2 } = units

export const actors = {
  admin: at('admin', 'administrator', C),
  a: at('a', 'volunteer', V1),
  b: at('b', 'volunteer', V1),
  c: at('c', 'volunteer', V2),
  d: at('d', 'volunteer', V2),
  e: at('e', 'volunteer', V2),
  g: at('g', 'volunteer', C),
  r1: at('r1', 'resident', V1),
  r2: at('r2', 'resident', V1),
  r3: at('r3', 'resident', V2),
  f1: at('f1', 'resident', V1),
  h1: at('h1', 'grid-worker', V1),
  k1: at('k1', 'clerk', V1),
  k2: at('k2', 'clerk', V2),
  'k2 (approver)': at('k2', 'approver', V2),
  p1: at('p1', 'dispatcher', T1),
  p2: at('p2', 'dispatcher', T2),
  pc: at('pc', 'dispatcher', C),
  q1: at('q1', 'approver', V1),
  q2: at('q2', 'approver', V2),
  qc: at('qc', 'approver', C),
  s: at('s', 'star-authority', C),
} as const

export type Who = keyof typeof actors
