/** An order's need, submitted and approved, as the ledger writes it. */
import { formatTime, person, type Served, type Written } from './written.ts'

export const risks = { known: false, description: null }

export const servedNeed = ({ order, requester, village, days: [voiced, approved] }: Served): ReadonlyArray<Written> => {
  const needId = `n${order}`
  const stream = `need-n${order}`
  const clerk = person(`clerk-${village}`, 'clerk', village)
  const description = {
    id: `text-${order}`,
    commitment: '7d295932b303d3e224abbd87be31801e42183beea22283b20f5223a9c56e9d17',
  }
  return [
    {
      stream,
      actor: person(requester, 'resident', village),
      data: {
        type: 'NeedSubmitted',
        needId,
        unitId: village,
        requester,
        proxy: null,
        contact: null,
        channel: 'telephone',
        kind: 'work-life',
        description,
        risks: null,
        voicedAt: formatTime(voiced, '00:48'),
        sourceDate: formatTime(voiced, '00:45'),
        recordedAt: formatTime(voiced, '03:00'),
        answerDueAt: formatTime(approved, '03:00'),
        assumed: false,
        policyVersion: 'HABITS-1',
      },
    },
    {
      stream,
      actor: clerk,
      data: {
        type: 'NeedApproved',
        needId,
        opened: formatTime(voiced, '03:00'),
        unitId: village,
        minutesToAnswer: 1260,
        serviceClass: 'individual',
        risks,
        risksStated: true,
        approvedAt: formatTime(approved, '00:00'),
        orderDueAt: formatTime(approved, '16:00'),
        assumed: false,
        policyVersion: 'HABITS-1',
      },
    },
  ]
}
