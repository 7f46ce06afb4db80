import type { Timeline } from '@zhiyuan/domain'
import { beijingDateTime, heading, pad, say } from './say.ts'
import { stepNames } from './step-names.ts'

const describeActor = (actor: Timeline['steps'][number]['who']): string =>
  actor.type === 'process' ? `（自动 process ${actor.process}）` : `${actor.person}（${actor.role} @ ${actor.unit}）`

const labels = {
  channel: '渠道 channel',
  sourceDate: '原始日期 source date',
  receiver: '接收 receiver',
  teamId: '队伍 team',
  volunteer: '志愿者 volunteer',
  from: '自 from',
  to: '至 to',
  minutes: '分钟 minutes',
  grade: '证据 grade',
  rating: '评分 rating',
  verdict: '结论 verdict',
  outcome: '结果 outcome',
} as const

const detail = (facts: Readonly<Record<string, unknown>>): string =>
  Object.entries(labels)
    .flatMap(([name, label]) =>
      typeof facts[name] === 'string' || typeof facts[name] === 'number' ? [`${label} ${facts[name]}`] : [],
    )
    .join('，')

/** Every step of one order and the need that it was placed for, with who and when (N6). */
export const showTimeline = (orderId: string, { steps, lagMinutes }: Timeline): void => {
  heading('一张订单的全过程', `one order from need to record: ${orderId} (people and service simulated)`)
  say(`  从提出到登记 from voiced to recorded: ${lagMinutes ?? '–'} 分钟 min`)
  for (const step of steps) {
    const late = step.at === step.recordedAt ? '' : `（记于 recorded ${beijingDateTime(step.recordedAt)}）`
    say(
      `  ${beijingDateTime(step.at)}  ${pad(stepNames[step.type], 44)} ${describeActor(step.who)} ${detail(step.facts)}${late}`,
    )
  }
}
