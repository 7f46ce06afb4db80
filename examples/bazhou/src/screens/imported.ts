import type { ImportReport, Mapping } from '@zhiyuan/import'
import type { Needs } from '../run/needs.ts'
import { count, heading, say, table } from './say.ts'

const byReason = (refused: ImportReport['refused']): ReadonlyMap<string, ReadonlyArray<number>> => {
  const rows = new Map<string, number[]>()
  for (const { row, field, reason } of refused) {
    const key = `${field}: ${reason}`
    rows.set(key, [...(rows.get(key) ?? []), row])
  }
  return rows
}

const origin = ({ origin: from }: Mapping): void => say(`  来源 origin: ${from}`)

interface ClassOfRows {
  readonly rows: number
  readonly goesTo: string
}

const countClasses = ({ planned }: Needs['plan']): ReadonlyMap<string, ClassOfRows> => {
  const classes = new Map<string, ClassOfRows>()
  for (const { class: name, refer } of planned) {
    classes.set(name, { rows: (classes.get(name)?.rows ?? 0) + 1, goesTo: refer ?? '志愿服务 volunteers' })
  }
  return classes
}

/** A preview of the import, before anything is written. */
export const showPreview = ({ plan, mapping }: Needs): void => {
  heading('导入预览', 'preview of the import; nothing is written yet')
  origin(mapping)
  const classes = countClasses(plan)
  table(
    ['类别 class', '行 rows', '去向 goes to'],
    [...classes].sort(([, a], [, b]) => b.rows - a.rows).map(([name, { rows, goesTo }]) => [name, count(rows), goesTo]),
  )
  say(
    `  共 ${count(plan.rows)} 行 rows = 可入 ${count(plan.planned.length)} + 拒绝 refused ${count(plan.refused.length)}`,
  )
}

/** Reasons of the importer and of the mapping, by words that they contain, in Chinese. */
const inChinese: ReadonlyArray<readonly [string, string]> = [
  ['closes before it opens', '办结早于受理'],
  ['unknown word', '不在所列渠道之内'],
]

const bilingual = (reason: string): string =>
  [...inChinese.filter(([words]) => reason.includes(words)).map(([, chinese]) => chinese), reason].join(' ')

/** Shows that new + already there + refused = rows, and that a second import adds nothing. */
export const showImported = (first: ImportReport, second: ImportReport): void => {
  heading('导入结果', 'what the import came to')
  const { rows, refused } = first
  say(
    `  ${count(rows)} 行 rows = 新增 new ${count(first.new)} + 已有 already there ${count(first.existing)} + 拒绝 refused ${count(refused.length)}`,
  )
  for (const [reason, of] of byReason(refused)) {
    say(
      `  拒绝 refused ${bilingual(reason)} — ${of.length} 行 rows: ${of.slice(0, 6).join(', ')}${of.length > 6 ? ', …' : ''}`,
    )
  }
  say(`  再次导入 a second import: 新增 new ${count(second.new)}, 已有 already there ${count(second.existing)}`)
}
