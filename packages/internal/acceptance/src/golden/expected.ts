/** The figures that must come out, as computed by a naive script and by hand, apart from any implementation. */

/** K1, K2 and K3: the story as known at these instants. */
export const knownAt = {
  K1: '2020-05-18T04:00:00.000Z',
  K2: '2020-06-15T01:00:00.000Z',
  K3: '2020-06-19T16:00:00.000Z',
} as const
export type Known = keyof typeof knownAt

/** April and May, local midnights. */
export const aprilAndMay = { from: '2020-04-01', to: '2020-06-01' } as const

type Three<A> = Readonly<Record<Known, A>>
const knownThrice = <A>(K1: A, K2: A, K3: A): Three<A> => ({ K1, K2, K3 })

/** Counted minutes of a, b, c, d, e. */
const counted = knownThrice([130, 170, 0, 180, 0], [130, 410, 240, 180, 300], [120, 170, 0, 180, 300])
/** System, attested, manual. */
const byGrade = knownThrice([360, 120, 0], [360, 120, 780], [350, 120, 300])
const byServed = knownThrice({ T1: 300, T2: 180 }, { T1: 300, T2: 960 }, { T1: 290, T2: 480 })
const byHome = knownThrice({ T1: 300, T2: 180 }, { T1: 540, T2: 720 }, { T1: 290, T2: 480 })
const byBody = knownThrice({ V1: 300, K: 180, V2: 0 }, { V1: 300, K: 180, V2: 780 }, { V1: 290, K: 180, V2: 300 })

/** Points of a, b, c, d, e. */
const points = knownThrice([4, 5, 0, 6, 0], [4, 3, 8, 6, 10], [4, -5, 0, 6, 10])
/** Issued, spent, reversed. */
const conservation = knownThrice([15, 0, 0], [41, 10, 0], [41, 10, 16])

/** Eligible level, granted level, minutes short of the next level. */
const stars = {
  b: knownThrice([0, 0, 130], [1, 1, 190], [0, 0, 130]),
  e: knownThrice([0, 0, 300], [1, 0, 300], [1, 0, 300]),
  a: knownThrice([0, 0, 170], [0, 0, 170], [0, 0, 180]),
} as const

type Ratio = readonly [n: number, d: number]

/** I01–I03 and I14 by unit. `CB` is the row of the city's own bodies. */
export const moving: Readonly<Record<string, Three<Readonly<Record<string, Ratio>>>>> = {
  I01: knownThrice(
    { T1: [1, 2], T2: [0, 2], CB: [1, 1], C: [2, 5] },
    { T1: [1, 2], T2: [1, 2], CB: [1, 1], C: [3, 5] },
    { T1: [1, 2], T2: [0, 2], CB: [1, 1], C: [2, 5] },
  ),
  I02: knownThrice(
    { T1: [130, 2], T2: [0, 2], CB: [180, 1], C: [310, 5] },
    { T1: [130, 2], T2: [240, 2], CB: [180, 1], C: [550, 5] },
    { T1: [120, 2], T2: [0, 2], CB: [180, 1], C: [300, 5] },
  ),
  I03: knownThrice(
    { T1: [1, 20], T2: [0, 30], C: [1, 50] },
    { T1: [1, 20], T2: [1, 30], C: [2, 50] },
    { T1: [1, 20], T2: [1, 30], C: [2, 50] },
  ),
  I14: knownThrice({ C: [480, 480] }, { C: [480, 1260] }, { C: [470, 770] }),
}

/** All participants over the resident population. */
const allParticipants = knownThrice(
  { T1: [2, 20], T2: [1, 30], C: [3, 50] },
  { T1: [2, 20], T2: [3, 30], C: [5, 50] },
  { T1: [2, 20], T2: [2, 30], C: [4, 50] },
)

/** The loop's indicators, the same at K2 and at K3. I13 is by handler. */
export const steady: Readonly<Record<string, Readonly<Record<string, Ratio>>>> = {
  I04: { T1: [2, 2], T2: [1, 2], C: [3, 4] },
  I05: { T1: [1, 1], T2: [1, 1], C: [2, 2] },
  I07: { T1: [1, 1], T2: [0, 1], C: [1, 2] },
  I08: { T1: [1, 1], T2: [0, 0], C: [1, 1] },
  I09: { T1: [0, 1], T2: [1, 1], C: [1, 2] },
  I10: { T1: [0, 1], T2: [1, 1], C: [1, 2] },
  I11: { T1: [0, 1], T2: [0, 1], C: [0, 2] },
  I12: { T1: [1, 1], T2: [0, 1], C: [1, 2] },
  I13: { T1: [1, 3], T2: [0, 0], CB: [0, 1], C: [1, 4] },
}

/** b's passbook, entry by entry. */
export const passbookOfB = [4, 1, 8, -10, -8]

/** The companions of the city's figures at K2 and at K3. */
const beside = {
  solvedInFirstRound: [0, 2],
  coverage: [1, 2],
  escalationSteps: 2,
  automatic: 1,
  referred: 1,
} as const

/** Hundredths of a percent (of I02: of a minute), half up. */
export const shown = knownThrice(
  { I01: { C: 4000 }, I02: { C: 6200 }, I03: { T1: 500, T2: 0, C: 200 }, I14: { C: 10000 } },
  { I01: { C: 6000 }, I02: { C: 11000 }, I03: { T1: 500, T2: 333, C: 400 }, I14: { C: 3810 } },
  { I01: { C: 4000 }, I02: { C: 6000 }, I03: { T1: 500, T2: 333, C: 400 }, I14: { C: 6104 } },
)

/** Minutes that do not count, of all volunteers. */
const notCounted = knownThrice(
  { submitted: 60, held: 780, rejected: 0, voided: 0 },
  { submitted: 0, held: 0, rejected: 60, voided: 0 },
  { submitted: 0, held: 0, rejected: 60, voided: 480 },
)

const column = (indicators: Readonly<Record<string, Three<Readonly<Record<string, Ratio>>>>>, at: Known) =>
  Object.fromEntries(Object.entries(indicators).map(([id, by]) => [id, by[at]]))

/** Every figure of one column, in the shape that `readFigures` gives. */
export const expectedFigures = (at: Known) => ({
  counted: counted[at],
  byGrade: byGrade[at],
  notCounted: notCounted[at],
  byServed: byServed[at],
  byHome: byHome[at],
  byBody: byBody[at],
  points: points[at],
  conservation: conservation[at],
  stars: { b: stars.b[at], e: stars.e[at], a: stars.a[at] },
  moving: column(moving, at),
  shown: shown[at],
  allParticipants: allParticipants[at],
  /** The loop's indicators stand still once its orders are closed. */
  ...(at === 'K1' ? {} : { steady, beside }),
})
