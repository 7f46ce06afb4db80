/** Hours by hand for an order that did not take place. */
import type { Attack, Stage } from '../attack.ts'
import { interval, type Words } from '../county.ts'
import { arrive, leave, ofRound, order, present, acceptOrder, takeSeat } from './round.ts'
import { backfill, verify, why, type Segment } from './words.ts'

const morning = interval('05-07 01:00', '05-07 04:00')
const byHand = (volunteer: string, segment: Segment = morning): Words =>
  backfill(volunteer, 'R1', '', segment, {
    occasion: ofRound(),
    teamId: 'TA',
    responsible: 'b',
    content: 'hardship-relief',
  })

const begin = async (stage: Stage, seated: ReadonlyArray<string>): Promise<void> => {
  await stage.at('05-06 00:00')
  await order(stage, '05-06 00:00', morning)
  await acceptOrder(stage)
  for (const person of seated) await stage.does(person, takeSeat())
}
/** Entered by the clerk, and pushed through by the approver of the village. */
const push = async ({ at, does, clears, tries }: Stage, volunteer: string, segment?: Segment): Promise<void> => {
  await does('k1', byHand(volunteer, segment))
  await at('05-15 01:00')
  await clears('q1', volunteer, 'R1')
  await tries('q1', verify(volunteer, 'R1'))
}
const insiders = ['k1', 'q1']

export const againstTheLog: ReadonlyArray<Attack> = [
  {
    id: 'cancelled-order',
    source: 'second-story 1, loop 16',
    name: { zh: '为求助人已取消的工单补录', en: 'hours for an order that its requester had called off' },
    ...{ colluders: insiders, gain: ['a'] },
    play: async (stage) => {
      await begin(stage, [])
      await stage.does('r1', { type: 'CancelOrder', orderId: 'O1', ...why('not-needed') })
      await stage.at('05-08 03:00')
      await push(stage, 'a')
    },
  },
  {
    id: 'missed-order',
    source: 'second-story 1, more 21',
    name: { zh: '为无人到场的工单补录', en: 'hours for an order to which no one came' },
    ...{ colluders: insiders, gain: ['a'] },
    play: async (stage) => {
      await begin(stage, ['a'])
      await stage.at('05-08 03:00')
      await push(stage, 'a')
    },
  },
  {
    id: 'no-show',
    source: 'second-story 1, more 20',
    name: { zh: '为缺席已成立者补录同一时段', en: 'hours for one whose absence stands' },
    ...{ colluders: insiders, gain: ['a'] },
    play: async (stage) => {
      await begin(stage, ['a', 'f'])
      await stage.at('05-07 01:00')
      await stage.does('f', arrive('f'))
      await stage.at('05-07 01:30')
      await stage.does('b', { type: 'AllegeAbsence', ...present('a') })
      await stage.at('05-07 04:00')
      await stage.does('f', leave('f'))
      await stage.at('05-13 01:00')
      await push(stage, 'a')
    },
  },
  {
    id: 'before-the-need',
    source: 'second-story 1, more 23',
    name: { zh: '需求提出前两个月的工时', en: 'hours of two months before the need was voiced' },
    ...{ colluders: insiders, gain: ['a'] },
    play: async (stage) => {
      await begin(stage, ['a'])
      await stage.at('05-08 03:00')
      await push(stage, 'a', interval('03-02 01:00', '03-02 04:00'))
    },
  },
]
