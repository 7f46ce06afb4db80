/** The kept table: how each line ended when it was last accepted. A run fails where a line ends lower. */
import { endings, isWorse, type Ending } from './judge.ts'
import type { Line } from './run.ts'

/** `shown` counts the items on lists of units without a colluder, and the detectors that find it. */
const figures = ['persons', 'units', 'minutes', 'points', 'star', 'reviews', 'lost', 'shown'] as const
type Figure = (typeof figures)[number]
export type KeptLine = Readonly<Record<Figure, number>> & { readonly ending: Ending }
export type Kept = Readonly<Record<string, KeptLine>>

const measure = ({
  ending,
  persons,
  units,
  minutes,
  points,
  star,
  reviews,
  lost,
  elsewhere,
  seenBy,
}: Line): KeptLine => ({
  ...{ ending, persons, units, minutes, points, star, reviews, lost },
  shown: elsewhere.length + seenBy.length,
})
export const keepLines = (lines: ReadonlyArray<Line>): Kept =>
  Object.fromEntries(lines.map((line) => [line.id, measure(line)]))

const isKeptLine = (value: unknown): value is KeptLine =>
  typeof value === 'object' &&
  value !== null &&
  'ending' in value &&
  endings.some((ending) => ending === value.ending) &&
  figures.every((figure) => Number.isInteger((value as Readonly<Record<string, unknown>>)[figure]))

/** Throws, naming the line, where the text is no kept table. */
export const readKept = (text: string): Kept => {
  const table: unknown = JSON.parse(text)
  if (typeof table !== 'object' || table === null || Array.isArray(table) || Object.keys(table).length === 0)
    throw new Error('it has no lines')
  return Object.fromEntries(
    Object.entries(table).map(([id, line]: [string, unknown]) => {
      if (!isKeptLine(line)) throw new Error(`${id} is no line of it`)
      return [id, line]
    }),
  )
}

/** With one ending, it is worse when more counts, when fewer persons or units are needed for it, or when fewer show it. */
const isWorseFigure = (figure: Figure, now: KeptLine, before: KeptLine): boolean => {
  if (figure === 'shown') return now.shown < before.shown
  const isHands = figure === 'persons' || figure === 'units'
  return isHands ? now[figure] < before[figure] && now.minutes + now.points > 0 : now[figure] > before[figure]
}
const listWorse = (now: KeptLine, before: KeptLine): ReadonlyArray<string> =>
  figures.flatMap((figure) =>
    isWorseFigure(figure, now, before) ? [`${figure} ${before[figure]} → ${now[figure]}`] : [],
  )

/** What ended lower than the kept table says, a sentence each in Chinese and English. */
export const listLower = (kept: Kept, lines: ReadonlyArray<Line>): ReadonlyArray<string> => {
  const gone = Object.keys(kept).filter((id) => !lines.some((line) => line.id === id))
  return [
    ...gone.map((id) => `${id}：此攻击已不在表中 · is no longer played`),
    ...lines.flatMap((line) => {
      const before = kept[line.id]
      if (before === undefined) return []
      if (isWorse(line.ending, before.ending))
        return [`${line.id}：原为 ${before.ending}，现为 ${line.ending} · ended ${before.ending}, now ${line.ending}`]
      const worse = line.ending === before.ending ? listWorse(measure(line), before) : []
      return worse.length === 0 ? [] : [`${line.id}：结局相同而更差 · the same ending, and worse: ${worse.join(', ')}`]
    }),
  ]
}

/** The lines that the kept table says otherwise or not at all. */
export const listDiffering = (kept: Kept, lines: ReadonlyArray<Line>): ReadonlyArray<string> =>
  lines.flatMap((line) => (JSON.stringify(kept[line.id]) === JSON.stringify(measure(line)) ? [] : [line.id]))
