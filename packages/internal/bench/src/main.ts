// `npm run bench`: measures, each against its floor in the same run.
import { writeFileSync } from 'node:fs'
import { brokenOff, exitCode, summarizeRounds, type Measure, type Result, type Round } from './measure.ts'
import { measures } from './measures/index.ts'
import { readOptions, type Options } from './options.ts'

const say = (line: string): void => {
  console.log(line)
}

const errorMessage = (error: unknown): string => (error instanceof Error ? error.message : String(error))

const figure = (value: number | null): string => (value === null ? '–' : value.toLocaleString('en-US'))

const describeResult = ({ measure, unit, value, floor, ratio, target, met }: Result): string =>
  `${met === null ? ' ' : met ? '✓' : '✗'} ${measure}: ${figure(value)} ${unit}, floor ${figure(floor)}, ratio ${figure(ratio)}, to reach ${target ?? '–'}`

const take = async (measure: Measure): Promise<Result> => {
  const { round, done } = await measure.prepare((line) => say(`   ${line}`))
  try {
    const rounds: Round[] = []
    for (let index = 0; index < measure.rounds; index++) {
      const taken = await round(index)
      rounds.push(taken)
      const ratio = taken.floor === null ? '' : `, ratio ${(taken.value / taken.floor).toFixed(2)}`
      say(`   ${index + 1}/${measure.rounds}: ${figure(Math.round(taken.value))} ${measure.unit}${ratio}`)
    }
    return summarizeRounds(measure, rounds)
  } finally {
    await done()
  }
}

/** One measure that breaks off does not stop the others. */
const takeOrSayWhy = async (measure: Measure): Promise<Result> => {
  say(`\n── ${measure.name} (floor: ${measure.floor})`)
  try {
    return await take(measure)
  } catch (error) {
    console.error(`   broke off: ${errorMessage(error)}`)
    return brokenOff(measure)
  }
}

const chosen = ({ words, full }: Options): ReadonlyArray<Measure> =>
  measures.filter(
    ({ name, long }) =>
      (full || long !== true) && (words.length === 0 || words.some((word) => name.toLowerCase().includes(word))),
  )

/** Writes after each measure, so that its results are kept when the rest is stopped. */
const save = ({ json }: Options, results: ReadonlyArray<Result>): void => {
  if (json !== null) writeFileSync(json, `${JSON.stringify(results, null, 2)}\n`)
}

/** A file that cannot be written is reported before the first measure. */
const refuseFile = (options: Options): string | null => {
  try {
    save(options, [])
    return null
  } catch (error) {
    return `The results cannot be written: ${errorMessage(error)}`
  }
}

const run = async (options: Options): Promise<number> => {
  const asked = chosen(options)
  if (asked.length === 0) {
    console.error(
      `No such measure: ${options.words.join(', ')}. There are:\n${measures.map(({ name }) => `  ${name}`).join('\n')}`,
    )
    return 2
  }
  const refused = refuseFile(options)
  if (refused !== null) {
    console.error(refused)
    return 2
  }
  const results: Result[] = []
  for (const measure of asked) {
    results.push(await takeOrSayWhy(measure))
    save(options, results)
  }
  say('')
  for (const result of results) say(describeResult(result))
  return exitCode(results)
}

const options = readOptions(process.argv.slice(2))
if ('say' in options) {
  ;(options.code === 0 ? console.log : console.error)(options.say)
  process.exit(options.code)
}
// The exit is explicit: the PostgreSQL server that was started has an exit hook that would end every run with 0.
process.exit(await run(options))
