import { buildShare, recordEvents, type IndicatorOf } from './indicator.ts'

/** What stands beside I14. */
export interface I14Beside {
  readonly late: number
  readonly held: number
  readonly suspended: number
  readonly voided: number
}

/** Evidence strength: minutes `system` and `attested`, of counted minutes, by the area served. Beside it minutes. */
export const I14: IndicatorOf<'I14' | `I14.${'late' | 'held' | 'suspended' | 'voided'}`, I14Beside> = {
  words: {
    zh: { name: '凭证强度', n: '由系统记录或经他人证明的计入分钟数', d: '全部计入分钟数' },
    en: { name: 'strength of evidence', n: 'counted minutes known by the system or attested', d: 'counted minutes' },
  },
  exact: {
    each: 'each counted record of P',
    n: 'its minutes where its grade is `system` or `attested`, else 0',
    d: 'its minutes',
    place: 'the `servedUnit` of the record',
    target: null,
    beside: {
      late: 'minutes of counted records that are marked `late`',
      held: 'minutes of records of P that stand as held',
      suspended: 'minutes of records of P that stand as suspended',
      voided: 'minutes of records of P that stand as voided',
    },
    events: [...recordEvents],
  },
  ofRecord: ({ standing, minutes, grade, late, counts }, give) => {
    if (standing === 'held' || standing === 'suspended' || standing === 'voided') give(`I14.${standing}`, minutes, 0)
    if (!counts) return
    give('I14', grade === 'manual' ? 0 : minutes, minutes)
    if (late) give('I14.late', minutes, 0)
  },
  figure: ({ ratio, count }) =>
    buildShare(ratio('I14'), {
      late: count('I14.late'),
      held: count('I14.held'),
      suspended: count('I14.suspended'),
      voided: count('I14.voided'),
    }),
}
