/** The page of the table, Chinese with English beside. */
import type { Said } from './attack.ts'
import { C, T1, V1, V2 } from './county.ts'
import type { HonestLine } from './honest/honest.ts'
import { endings, type Ending } from './judge.ts'
import type { Flag } from './reading.ts'
import type { Line } from './run.ts'
import type { Table } from './table.ts'

const units: Readonly<Record<string, string>> = {
  [C]: '市 city',
  [T1]: '乡镇 township',
  [V1]: '村 village',
  [V2]: '邻村 other village',
}
const endingWords: Readonly<Record<Ending, Said>> = {
  refused: { zh: '被拒绝', en: 'refused' },
  held: { zh: '被暂缓或标注，列入另一单位待办', en: 'held or marked, on the to-do of a second unit' },
  'three-persons': { zh: '须两个单位的三人合谋才计入', en: 'counts only with three persons of two units' },
  afterwards: { zh: '事后方见', en: 'seen only afterwards' },
  unseen: { zh: '未被发现', en: 'seen by nothing' },
}
const say = ({ zh, en }: Said): string => `${zh}<br>${en}`
const sayInstant = (at: string): string => at.slice(0, 16).replace('T', ' ')
const sayFlag = ({ what, at, units: listed }: Flag): string =>
  `\`${what}\` ${sayInstant(at)}${listed.map((unit) => ` → ${units[unit] ?? unit}`).join('')}`
const list = (parts: ReadonlyArray<string>): string => (parts.length === 0 ? '–' : parts.join('<br>'))

const sayCounted = ({ minutes, manual, month, points, star, reviews, lost }: Line): string =>
  [
    minutes === 0 ? '0 min' : `${minutes} min, ${month} / 月 month`,
    ...(manual > 0 ? [`补录 by hand ${manual}`] : []),
    `${points} 分 points${star === 0 ? '' : `, ${star} ★`}`,
    ...(reviews > 0 ? [`${reviews} 条评价 reviews`] : []),
    ...(lost > 0 ? [`他人损失 others lost ${lost} min`] : []),
  ].join('<br>')

const sayLine = (line: Line, number: number): string => {
  const onRecord = line.flags.filter((flag) => flag.units.length === 0)
  const seen = [
    ...line.refused.map((name) => `✗ \`${name}\``),
    ...[...onRecord, ...line.elsewhere].map(sayFlag),
    ...line.seenBy,
  ]
  const cells = [
    `${number}`,
    `${say(line.name)}<br>\`${line.id}\`, ${line.source}${line.note === null ? '' : `<br>${say(line.note)}`}`,
    `${line.persons} 人 persons, ${line.units} 单位 units`,
    sayCounted(line),
    list(seen),
    say(endingWords[line.ending]),
  ]
  return `| ${cells.join(' | ')} |`
}
const sayHonest = ({ name, people, expected, counted, held, delay }: HonestLine): string =>
  `| ${[say(name), `${people}`, `${expected}`, `${counted}`, `${held}`, say(delay)].join(' | ')} |`

const countEndings = (lines: ReadonlyArray<Line>): ReadonlyArray<string> =>
  endings.map((ending) => {
    const found = lines.filter((line) => line.ending === ending)
    return `- ${endingWords[ending].zh} · ${endingWords[ending].en}: ${found.length}`
  })

export const makePage = ({ lines, honest, attacked, digest }: Table): string => `# 攻击代价表 What an attack costs

<!-- Made by \`npm run attacks\`; it is not written by hand. -->

每项攻击都由熟悉规则的内部人通过公开接口、按全国默认政策演示；结局、所需人数与所得均从运行中读出。各案的来历与改动前后见[攻击案例](attacks/hours.md)等页。

Each attack is played through the public face against the national preset by an insider who knows the rules. The ending, the persons needed and what counted are read from the run. The pages beside
([hours](attacks/hours.md), [paper](attacks/paper.md), [presence](attacks/presence.md), [orders](attacks/orders.md), [people](attacks/people.md), [own favour](attacks/own-favour.md), [needs](attacks/needs.md)) tell the
cases, before and now.

- 政策 policy: \`${attacked.version}\`, SHA-256 \`${attacked.policy}\`
- 本次运行 this run: SHA-256 \`${digest}\`
- 人数：合谋者中缺一则一无所得者；单位：合谋者以职务身份行事的单位，志愿者与居民不代表单位。 Persons: the colluders without any one of whom nothing counts, or all who took part where nothing counts. Units: those in which they acted in office; a volunteer or resident acts for none.
- 计入：攻击结束三十天后读数。 What counted is read 30 days after the last step. A mark alone does not stop minutes from counting (H15).
- 待办：列出合谋者不任职的最低一级单位。 To-do: the lowest unit that lists it and in which no colluder holds office.
- 抽问：\`drawn-check\` 从每人每月的记录中抽一条请人去问，诚实者也会抽中；只在抽中获益者的记录时列出。问了才知道，账本自己不知道。 The drawn check draws a record of a person and month to be asked about, of honest people as well; it is named where it draws one of a gainer. Only who asks will know: the ledger does not.

${countEndings(lines).join('\n')}

| # | 攻击 attack | 合谋 colluding | 计入 counted | 拒绝、暂缓、标注、待办 refused, held, marked, on whose to-do | 结局 ending |
|---|---|---|---|---|---|
${lines.map((line, index) => sayLine(line, index + 1)).join('\n')}

## 仍然如此 What stays

- **顶级单位 At the top.** 本级的担保只列入本级自己的待办：其上没有别的单位（决定 0043）。 At the top the item stands on the top’s own list alone: there is no unit above it (decision 0043).
- **录入员与上级审核人 A clerk with the approver above.** 两个单位的两人即可使补录计入：上级审核过的不再列入待办，一份十九人的名单也没有检测看得见。花掉积分的买家是第三人；只要分钟，不需要他。 They are two persons of two units, and hours by hand count on their word: what the unit above approved is on no to-do, and no detector sees one sheet of 19. The buyer who spends the points is the third; for minutes alone no buyer is needed.
- **同村两名办事员 Two clerks of one village.** 一人报人数、一人录入，不知情的上级审核人审核：每人每月不到十六小时，无人可见（\`head-count-by-a-colleague\`）。 One counts the heads of the other’s sheet, and the approver above does not know: of people with less than 16 hours a month nothing is drawn, and nothing sees it.
- **在家陪报 At home beside others.** 每人每月不到十六小时不抽；抽中的也可能是真去的一次（\`at-home-beside-others\`）。 Of less than 16 hours a month nothing is drawn; what is drawn may be a service that was true.

## 诚实的日子 Honest days

同样的规则下，诚实者应得的分钟全部计入。 By the same rules every honest minute counts.

| 日子 day | 人 people | 应计分钟 minutes due | 计入 counted | 仍暂缓 still held | 耽搁 delay |
|---|---|---|---|---|---|
${honest.map(sayHonest).join('\n')}
`
