import type { ToldScenes } from '../run/told-scenes.ts'
import { beijingDateTime, heading, hours, say } from './say.ts'

type Minutes = ToldScenes['split']['minutes'][number]

const time = (at: string | null): string => (at === null ? '–' : beijingDateTime(at))
const times = (of: ReadonlyArray<{ readonly at: string }>): string =>
  of.length === 0 ? '–' : of.map(({ at }) => beijingDateTime(at)).join('，')

const minutes = ({ person, survivor }: Minutes): string => `${hours(survivor)}（survivor）/ ${hours(person)}`

/** Shows the three scenes that the story tells by name. */
export const showScenes = ({ urged, later, split }: ToldScenes): void => {
  heading('催单、延期、误并', 'urged, put off, merged by mistake (people simulated)')
  say(`  催单 urged (N13): ${urged.needId ?? '–'}`)
  say(`    ${times(urged.need)}  一天未答复，催需求 no answer for a day: the need is urged`)
  say(`    ${times(urged.order)}  两天未派单，催订单 no team yet: the order is urged`)
  say(`    ${times(urged.served)}  服务完成 service reported`)
  say(`  延期 a later date (O27): ${later.orderId ?? '–'}`)
  say(
    `    ${times(later.asked)}  ${later.by ?? '–'} 申请延期 asks for a later date: ${time(later.from)} → ${time(later.to)}`,
  )
  say(`    ${times(later.granted)}  诉求人同意 granted by the requester`)
  say(`    ${times(later.served)}  服务完成 service reported`)
  say(`  误并 a wrong merge, taken back (G2): ${split.person ?? '–'} → ${split.survivor ?? '–'}`)
  say(`    ${times(split.merged)}  两人合并 merged: ${split.by.merged}`)
  say(`      两处同时在岗的记录停用 records of one time in two places suspended: ${split.suspended.length}`)
  say(`    ${times(split.split)}  拆分 split: ${split.by.split}`)
  say(`      恢复计入 counted again: ${split.again.length}`)
  const [before, together, after] = split.minutes
  if (before !== undefined && together !== undefined && after !== undefined)
    say(
      `    计入 counted: 合并前 before ${minutes(before)}，合并时 merged ${minutes(together)}，拆分后 split ${minutes(after)}`,
    )
}
