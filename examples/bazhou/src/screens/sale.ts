import type { Assessment, StarFigures } from '@zhiyuan/domain'
import type { Correction } from '../run/correction.ts'
import { soldEvenings } from '../simulation/fraud.ts'
import { beijingDateTime, count, decimal, heading, hours, say } from './say.ts'

const ids = (of: ReadonlyArray<{ readonly eventId: string }>): string =>
  `${of[0]?.eventId ?? '–'}${of.length > 1 ? ` … ${of.at(-1)?.eventId} (${of.length})` : ''}`
const firstTime = (of: ReadonlyArray<{ readonly at: string }>): string =>
  of[0] === undefined ? '–' : beijingDateTime(of[0].at)

const city = (assessment: Assessment) => assessment.areas[0]?.figures
const evidence = (assessment: Assessment): string => {
  const figure = city(assessment)?.I14
  return figure === undefined ? '–' : `${count(figure.n)}/${count(figure.d)} ${decimal(figure.hundredths, '%')}`
}
const star = (figures: StarFigures | null): string => (figures === null ? '–' : describeStanding(figures))
const describeStanding = ({ minutes, eligible, granted, shortOfNext }: StarFigures): string =>
  `计入 counted ${hours(minutes)}，可评 eligible ${eligible}，已授 granted ${granted}，距下一星 short ${hours(shortOfNext)}`

/** Shows the sold hours: held, cleared, found, voided, and the figures that this changed. */
export const showSale = ({ scheme, steps, buyer, points, assessment }: Correction): void => {
  heading('后台卖时长：一次作假及其撤销', 'hours sold through the back office, and undone (simulated)')
  const { listed, host } = scheme
  say(
    `  记录人 recorder-${host} 为 ${listed.length} 人补录 ${soldEvenings} 个晚上 wrote down ${soldEvenings} evenings for ${listed.length} people`,
  )
  const lines = [
    ['发布并无其事的晚会', 'evenings published that no one came to (H2a)', steps.published],
    ['补录', 'entered', steps.entered],
    ['系统整批暂缓', 'the whole batch held (H12)', steps.held],
    ['上级未看就裁定属实', 'each case ruled true by a careless unit above (H12)', steps.ruled],
    ['随裁定放行', 'cleared with it', steps.cleared],
    ['计入', 'verified, once the second look was over (H20)', steps.verified],
    ['审核过快，报上一级', 'approved in a hurry, told to the unit above (H12)', steps.hurried],
    ['凭此评上一星', 'a star granted on it', steps.granted],
    ['市里查看', 'looked at by the city', steps.seen],
    ['发现后停用', 'found, and suspended', steps.suspended],
    ['作废（不可恢复）', 'voided, for good (H9)', steps.voided],
    ['星级复核', 'the star under examination (W4)', steps.examined],
    ['星级撤销（另行决定）', 'the star revoked, by a decision of its own', steps.revoked],
  ] as const
  for (const [zh, en, of] of lines) say(`  ${firstTime(of)}  ${zh} ${en}: ${ids(of)}`)
  say(`  买时长者 the buyer ${scheme.buyer}`)
  say(`    作废前 before: ${star(buyer.before)}`)
  say(`    作废后 after:  ${star(buyer.after)}`)
  say(`    今 now:        ${star(buyer.now)}`)
  say(
    `    积分 points:   记入 credited ${points.issued} − 冲回 reversed ${points.reversed} − 兑换 spent ${points.spent} = 余额 balance ${points.balance}`,
  )
  const before = city(assessment.before)
  const after = city(assessment.after)
  say(`  全市 the city: I14 证据强度 evidence ${evidence(assessment.before)} → ${evidence(assessment.after)}`)
  say(
    `    I03 全部参与者 all participants ${before?.I03.beside.allParticipants.n ?? '–'} → ${after?.I03.beside.allParticipants.n ?? '–'}，人次 visits ${before?.I03.beside.visits ?? '–'} → ${after?.I03.beside.visits ?? '–'}`,
  )
  say('  没有一个数字被改写：以前的数字按当时所知仍可重算 no figure was overwritten: F(P, K) of before still comes out')
}
