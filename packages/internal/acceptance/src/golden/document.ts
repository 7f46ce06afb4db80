/** The story as a readable document, made from its outcomes. */
import type { Result } from './runner.ts'
import { printColumns } from './document-figures.ts'
import type { Deed, Row } from './row.ts'
import { story } from './story.ts'
import type { Telling } from './tell.ts'

const head = `# 金色故事 · The golden story

一个需求从提出到致谢、再到被查出作假的全过程，用测试政策 TEST-1 演一遍。本文由验收测试生成：测试重演每一行，
与此文不符即失败；有意改动后以 \`npx vitest run packages/internal/acceptance/src/golden/golden.test.ts -u\` 重新生成。人物、单位均为虚构。

From a need to its thanks, and to the discovery of sold hours, played under the test policy TEST-1. This document is made by the
acceptance test, which plays every row and fails where it differs; after an intended change, the command above writes it anew.
People are made up, and the codes stand for no real office: C (131081) is the city, T1 (131081104) and T2 (131081105) are townships with the villages V1 (131081104201) and V2 (131081105201); B1, B2 and K are teams. Times are UTC,
2020; local time is eight hours later. A cell that is empty is not asked about. Rows 45 and 46 close and seal a period, which is not built yet. After → stands what the command wrote itself, after ⇒ what processes answered.
`

const list = (types: ReadonlyArray<string>): string => [...new Set(types)].join(', ')

const outcome = (result: Result): string => {
  if (result === 'silent') return '无声 silent: it had been done before'
  if ('refused' in result) return `拒绝 refused: ${result.refused.type}`
  return list(result.map(({ type }) => type)) || '— nothing'
}

const listCommands = (deed: Deed): ReadonlyArray<string> => {
  if (deed.who === 'timer') return ['the clock']
  return ('together' in deed ? deed.together : [deed.command]).map(({ type }) => String(type))
}

const who = (deed: Deed): string => (deed.who === 'timer' ? '⏰' : deed.who)

const lines = (row: Row, telling: Telling): ReadonlyArray<string> =>
  row.deeds.flatMap((deed, index) => {
    const told = telling.rows.get(row.row)?.[index]
    const commands = listCommands(deed)
    return (told?.results ?? []).map((result, n) => {
      const last = n === commands.length - 1
      const followed =
        last && told !== undefined && told.followed.length > 0 ? list(told.followed.map(({ type }) => type)) : null
      const answer = followed === null ? '' : ` ⇒ ${followed}`
      return `- \`${deed.at.slice(5, 16).replace('T', ' ')}\` ${who(deed)}: ${commands[n] ?? ''} → ${outcome(result)}${answer}`
    })
  })

const chapter = (row: Row, telling: Telling): string =>
  [`**${row.row}** ${row.zh} *(${row.rules.join(', ')})*\\`, row.says, '', ...lines(row, telling), ''].join('\n')

/** Markdown; the same story always gives the same text. */
export const printDocument = (telling: Telling): string =>
  `${[head, ...story.map((row) => chapter(row, telling)), printColumns(telling)].join('\n').trimEnd()}\n`
