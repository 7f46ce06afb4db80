// `npm run bench`: measures, each against its floor in the same run.
import { writeFileSync } from 'node:fs'
import { resultOf, type Measure, type Result, type Round } from './measure.ts'
import { measures } from './measures/index.ts'
import { readOptions, type Options } from './options.ts'

const say = (line: string): void => {
  console.log(line)
}

const figure = (value: number | null): string => (value === null ? '–' : value.toLocaleString('en-US'))

const told = ({ measure, unit, value, floor, ratio, target, met }: Result): string =>
  `${met === null ? ' ' : met ? '✓' : '✗'} ${measure}: ${figure(value)} ${unit}, floor ${figure(floor)}, ratio ${figure(ratio)}, to reach ${target ?? '–'}`

const take = async (measure: Measure): Promise<Result> => {
  say(`\n── ${measure.name} (floor: ${measure.floor})`)
  const { round, done } = await measure.prepare((line) => say(`   ${line}`))
  try {
    const rounds: Round[] = []
    for (let index = 0; index < measure.rounds; index++) {
      const taken = await round(index)
      rounds.push(taken)
      const ratio = taken.floor === null ? '' : `, ratio ${(taken.value / taken.floor).toFixed(2)}`
      say(`   ${index + 1}/${measure.rounds}: ${figure(Math.round(taken.value))} ${measure.unit}${ratio}`)
    }
    return resultOf(measure, rounds)
  } finally {
    await done()
  }
}

const chosen = ({ words, full }: Options): ReadonlyArray<Measure> =>
  measures.filter(
    ({ name, long }) =>
      (full || long !== true) && (words.length === 0 || words.some((word) => name.toLowerCase().includes(word))),
  )

const run = async (options: Options): Promise<number> => {
  const asked = chosen(options)
  if (asked.length === 0) {
    console.error(
      `No such measure: ${options.words.join(', ')}. There are:\n${measures.map(({ name }) => `  ${name}`).join('\n')}`,
    )
    return 2
  }
  const results: Result[] = []
  for (const measure of asked) results.push(await take(measure))
  say('')
  for (const result of results) say(told(result))
  if (options.json !== null) writeFileSync(options.json, `${JSON.stringify(results, null, 2)}\n`)
  return results.every(({ met }) => met !== false) ? 0 : 1
}

const options = readOptions(process.argv.slice(2))
if ('say' in options) {
  ;(options.code === 0 ? console.log : console.error)(options.say)
  process.exit(options.code)
}
// Said outright: the server that is started for PostgreSQL brings a hook that would else end every run with 0.
process.exit(await run(options))
