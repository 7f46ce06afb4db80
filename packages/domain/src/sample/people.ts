/** Who acts in the samples of this package's tests, as what, and where. All are made up. */
export const units = { C: '131081', T1: '131081104', V1: '131081104201', T2: '131081105', V2: '131081105201' } as const
const { C, T1, V1, T2, V2 } = units

const at = (person: string, role: string, unit: string) => ({ type: 'person' as const, person, role, unit })

/** a and b live in V1; c, d and e in V2; b leads team B1, c leads B2, g leads K. r1 asks, f1 is her contact, h1 her grid worker. */
export const people = {
  admin: at('admin', 'administrator', C),
  a: at('a', 'volunteer', V1),
  b: at('b', 'volunteer', V1),
  c: at('c', 'volunteer', V2),
  d: at('d', 'volunteer', V2),
  e: at('e', 'volunteer', V2),
  g: at('g', 'volunteer', C),
  r1: at('r1', 'resident', V1),
  r2: at('r2', 'resident', V1),
  f1: at('f1', 'resident', V1),
  h1: at('h1', 'grid-worker', V1),
  clerkV1: at('k1', 'clerk', V1),
  clerkV2: at('k2', 'clerk', V2),
  recorderV1: at('k1', 'recorder', V1),
  recorderV2: at('k2', 'recorder', V2),
  approverV1: at('q1', 'approver', V1),
  approverV2: at('q2', 'approver', V2),
  approverC: at('qc', 'approver', C),
  dispatcherT1: at('p1', 'dispatcher', T1),
  dispatcherT2: at('p2', 'dispatcher', T2),
  dispatcherC: at('pc', 'dispatcher', C),
  starAuthority: at('s', 'star-authority', C),
  assessor: at('m', 'assessor', C),
} as const

/** A timer or process, answering some event. */
export const timer = { type: 'process', process: 'timer', cause: 'some-event.0' } as const
