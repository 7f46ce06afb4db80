import type { StarFigures } from '@zhiyuan/domain'
import { roundHundredths } from '@zhiyuan/domain/assessment'
import { count, decimal, heading, hours, say, table } from './say.ts'

const showScore = ({ score: { sum, count: reviews } }: StarFigures): string =>
  decimal(roundHundredths({ n: sum, d: reviews }, 1))

/** The volunteers on their way to a star (C30). */
export const showStars = (stars: ReadonlyArray<StarFigures>): void => {
  heading('星级认证', 'star certification (volunteers and hours simulated)')
  const best = [...stars].sort((a, b) => b.minutes - a.minutes || (a.volunteer < b.volunteer ? -1 : 1)).slice(0, 10)
  table(
    [
      '志愿者 volunteer',
      '计入 counted',
      '系统 system',
      '见证 attested',
      '补录 manual',
      '评分 score',
      '可评 eligible',
      '已授 granted',
      '差 short',
    ],
    best.map((one) => [
      one.volunteer,
      hours(one.minutes),
      hours(one.counted.system),
      hours(one.counted.attested),
      hours(one.counted.manual),
      showScore(one),
      `${one.eligible} 星`,
      `${one.granted} 星`,
      hours(one.shortOfNext),
    ]),
  )
  const eligible = stars.filter((one) => one.eligible > 0).length
  const serving = stars.filter((one) => one.minutes > 0).length
  say(
    `  有计入时长者 with counted minutes ${count(serving)} / ${count(stars.length)}，可评一星以上 eligible for a star ${count(eligible)}`,
  )
}
