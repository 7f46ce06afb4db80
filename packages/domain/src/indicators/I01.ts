import { reachesPercent } from '../views/figures/ratio.ts'
import { countOne, buildShare, recordEvents, type IndicatorOf, type NothingBeside } from './indicator.ts'

/** In-service participation: heads with a counted minute, of all heads of the roster (C08). */
export const I01: IndicatorOf<'I01', NothingBeside> = {
  words: {
    zh: { name: '在职参与率', n: '名册中至少有一分钟计入服务的人数', d: '名册总人数' },
    en: { name: 'in-service participation', n: 'roster heads with a counted minute', d: 'all roster heads' },
  },
  exact: {
    each: 'each head of the roster, one who never registered among them',
    n: '1 where the head has a counted minute of P, else 0',
    d: '1',
    place: "the `area` of the head's roster",
    target: 'n × 100 ≥ `targets.inServiceParticipation` × d',
    beside: {},
    events: ['RosterAdopted', ...recordEvents],
  },
  ofHead: (_frame, minutes, give) => give('I01', countOne(minutes > 0), 1),
  figure: ({ ratio, targets }) => ({
    ...buildShare(ratio('I01'), {}),
    met: reachesPercent(ratio('I01'), targets.inServiceParticipation),
  }),
}
