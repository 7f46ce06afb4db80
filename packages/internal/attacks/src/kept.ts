/** The kept table: how each line ended when it was last accepted. A run fails where a line ends lower. */
import { isWorse, type Ending } from './judge.ts'
import type { Line } from './run.ts'

const figures = ['persons', 'units', 'minutes', 'points', 'star', 'reviews', 'lost'] as const
export type KeptLine = Readonly<Record<(typeof figures)[number], number>> & { readonly ending: Ending }
export type Kept = Readonly<Record<string, KeptLine>>

export const keepLines = (lines: ReadonlyArray<Line>): Kept =>
  Object.fromEntries(
    lines.map(({ id, ending, persons, units, minutes, points, star, reviews, lost }) => [
      id,
      { ending, persons, units, minutes, points, star, reviews, lost },
    ]),
  )

/** With one ending, it is worse when more counts, or when fewer persons or units are needed for it. */
const countsMore = (line: Line, kept: KeptLine): boolean =>
  figures.some((figure) => {
    const isHands = figure === 'persons' || figure === 'units'
    return isHands ? line[figure] < kept[figure] && line.minutes + line.points > 0 : line[figure] > kept[figure]
  })

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
      return line.ending === before.ending && countsMore(line, before)
        ? [`${line.id}：结局相同而所得更多或所需更少 · the same ending, and more counts or fewer are needed`]
        : []
    }),
  ]
}
