import type { Timeline } from '@zhiyuan/domain'
import { beijing, heading, pad, say } from './say.ts'
import { stepNames } from './step-names.ts'

const who = (actor: Timeline['steps'][number]['who']): string =>
  actor.type === 'process' ? `（自动 process ${actor.process}）` : `${actor.person}（${actor.role} @ ${actor.unit}）`

const detail = (facts: Readonly<Record<string, unknown>>): string => {
  const shown = ['teamId', 'volunteer', 'from', 'to', 'minutes', 'grade', 'rating', 'verdict', 'outcome', 'receiver']
  return shown
    .flatMap((name) =>
      typeof facts[name] === 'string' || typeof facts[name] === 'number' ? [`${name}=${facts[name]}`] : [],
    )
    .join(' ')
}

/** Every step of one order, with who and when (N6). */
export const showTimeline = (orderId: string, { steps }: Timeline): void => {
  heading('一张订单的全过程', `one order from need to record: ${orderId} (people and service simulated)`)
  for (const step of steps) {
    const late = step.at === step.recordedAt ? '' : `（记于 recorded ${beijing(step.recordedAt)}）`
    say(`  ${beijing(step.at)}  ${pad(stepNames[step.type], 44)} ${who(step.who)} ${detail(step.facts)}${late}`)
  }
}
