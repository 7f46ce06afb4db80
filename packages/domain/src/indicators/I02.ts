import { keepsUp } from '../views/assessment/frame.ts'
import { roundHundredths, type Ratio } from '../views/figures/ratio.ts'
import { countOne, recordEvents, type IndicatorOf } from './indicator.ts'

/** In-service minutes, over heads; the target is the year's, by days (C08). */
export const I02: IndicatorOf<'I02' | 'I02.at-target', { readonly median: Ratio; readonly headsAtTarget: Ratio }> = {
  words: {
    zh: { name: '在职人均服务时长', n: '名册人员计入的服务分钟数', d: '名册总人数' },
    en: { name: 'in-service minutes a head', n: 'counted minutes of roster heads', d: 'all roster heads' },
  },
  exact: {
    each: 'each head of the roster, one who never registered among them',
    n: 'the counted minutes of P of the head',
    d: '1',
    place: "the `area` of the head's roster",
    target: 'n × days of the year in which P begins ≥ `targets.inServiceMinutesPerYear` × days of P × d',
    beside: {
      median: 'the middle value of the minutes of all heads, those with none among them',
      headsAtTarget: 'heads whose own minutes keep up with the target as n with d = 1, of d',
    },
    events: ['RosterAdopted', ...recordEvents],
  },
  spread: ['I02'],
  ofHead: (frame, minutes, give) => {
    give('I02', minutes, 1)
    give('I02.at-target', countOne(keepsUp(frame, minutes, 1)), 1)
  },
  figure: ({ ratio, count, median, frame }) => {
    const { n, d } = ratio('I02')
    const beside = { median: median('I02'), headsAtTarget: { n: count('I02.at-target'), d } }
    return { n, d, hundredths: roundHundredths({ n, d }, 1), met: keepsUp(frame, n, d), beside }
  },
}
