import type { LedgerEnvelope } from '@zhiyuan/domain'
import { beijingDateTime, heading, say, table } from './say.ts'

type Offered = Extract<LedgerEnvelope, { readonly type: 'OrderOffered' }>

const reasons = {
  level: '不面向本级 not open to this level',
  specialty: '无此专长 lacks the specialty',
  area: '不在范围 outside the area',
}

/** The reasons for this team and not another (O10, O23). */
export const showDispatch = ({ id, recordedAt, actor, data }: Offered): void => {
  const { orderId, handler, teamId, ranking, expiresAt } = data
  heading('一次派单及其理由', `one dispatch decision and its reasons: ${orderId} (teams simulated)`)
  const by = actor.type === 'person' ? actor.person : actor.process
  say(
    `  ${beijingDateTime(recordedAt)} ${by} 在 at ${handler} 派给 offered it to ${teamId}，有效至 until ${beijingDateTime(expiresAt)}`,
  )
  table(
    [
      '候选 candidate',
      '主专长 main',
      '距离 distance',
      '未答派单 open offers',
      '在手订单 load',
      '拒过此时段 refused slot',
    ],
    ranking.candidates.map((one) => [
      `${one.teamId === teamId ? '→ ' : '  '}${one.teamId}`,
      one.mainSpecialty ? '是 yes' : '否 no',
      String(one.distance),
      String(one.openOffers),
      String(one.load),
      one.refusedThisSlot ? '是 yes' : '否 no',
    ]),
  )
  say(`  候选共 candidates in all: ${ranking.candidateCount}`)
  for (const { reason, count, teams } of ranking.leftOut) {
    say(`  未入选 left out, ${reasons[reason]}: ${count}（${teams.slice(0, 4).join(', ')}${count > 4 ? ', …' : ''}）`)
  }
  say(`  事件 event ${id}`)
}
