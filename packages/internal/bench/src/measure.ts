/** One round of a measure: its value and that of the floor beside it in the same minute, both in the measure's unit. */
export interface Round {
  readonly value: number
  /** Null where there is nothing to compare with. */
  readonly floor: number | null
}

/** A measure, in equal rounds. */
export interface Measure {
  readonly name: string
  readonly unit: string
  /** A description of the floor. */
  readonly floor: string
  /** The bound for the ratio of value to floor, or for the value itself where there is no floor: reached, or for `atMost` not exceeded. Null: reported only. */
  readonly target: { readonly kind: 'atLeast' | 'atMost'; readonly bound: number } | null
  readonly rounds: number
  /** Only with `--full`. */
  readonly long?: boolean
  /** Prepares the rounds; each round is measured, then everything is removed. */
  readonly prepare: (say: (line: string) => void) => Promise<Prepared>
}

export interface Prepared {
  readonly round: (index: number) => Promise<Round>
  readonly done: () => Promise<void>
}

/** A line of the report. */
export interface Result {
  readonly measure: string
  readonly unit: string
  /** Null where the measure broke off. */
  readonly value: number | null
  readonly floor: number | null
  readonly ratio: number | null
  readonly target: string | null
  readonly met: boolean | null
}

const median = (values: ReadonlyArray<number>): number => {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2
}

const signs = { atLeast: '≥', atMost: '≤' } as const

const rounded = (value: number): number => Number(value.toPrecision(4))

/** Value and floor of one round were measured side by side, so the ratio is the median of the rounds' ratios. */
export const summarizeRounds = (
  { name, unit, target }: Pick<Measure, 'name' | 'unit' | 'target'>,
  rounds: ReadonlyArray<Round>,
): Result => {
  const ratios = rounds.flatMap(({ value, floor }) => (floor === null ? [] : [value / floor]))
  const ratio = ratios.length === 0 ? null : median(ratios)
  const value = median(rounds.map((round) => round.value))
  const floors = rounds.flatMap(({ floor }) => floor ?? [])
  const judged = ratio ?? value
  return {
    measure: name,
    unit,
    value: rounded(value),
    floor: floors.length === 0 ? null : rounded(median(floors)),
    ratio: ratio === null ? null : rounded(ratio),
    target: target === null ? null : `${signs[target.kind]} ${target.bound}${ratio === null ? '' : ' ×'}`,
    met: target === null ? null : target.kind === 'atLeast' ? judged >= target.bound : judged <= target.bound,
  }
}

/** The result of a measure that broke off: it reached nothing. */
export const brokenOff = ({ name, unit, target }: Pick<Measure, 'name' | 'unit' | 'target'>): Result => ({
  measure: name,
  unit,
  value: null,
  floor: null,
  ratio: null,
  target: target === null ? null : `${signs[target.kind]} ${target.bound}`,
  met: false,
})

/** Whether every measure with a target reached it. */
export const exitCode = (results: ReadonlyArray<Result>): 0 | 1 => (results.every(({ met }) => met !== false) ? 0 : 1)
