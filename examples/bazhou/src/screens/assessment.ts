import type { AreaAssessment, Assessment } from '@zhiyuan/domain'
import { count, decimal, heading, say, table } from './say.ts'

type Figures = AreaAssessment['figures']

const ratio = ({ n, d, hundredths }: { readonly n: number; readonly d: number; readonly hundredths: number | null }) =>
  hundredths === null ? '无数据' : `${count(n)}/${count(d)} ${decimal(hundredths, '%')}`
const mark = (met: boolean | null): string => (met === null ? '' : met ? ' ✓' : ' ✗')

const targets =
  (names: ReadonlyMap<string, string>) =>
  (area: AreaAssessment): ReadonlyArray<string> => {
    const { I01, I02, I03 } = area.figures
    return [
      areaName(names, area),
      ratio(I01) + mark(I01.met),
      I02.hundredths === null ? '无数据' : `${decimal(I02.hundredths)}${mark(I02.met)}`,
      I03.d === 0 ? '–' : ratio(I03) + mark(I03.met),
      `${count(I03.beside.visits)}`,
      ratio(area.figures.I14),
    ]
  }

const describeLoop =
  (names: ReadonlyMap<string, string>) =>
  (area: AreaAssessment): ReadonlyArray<string> => {
    const { I04, I05, I07, I08, I10, I13 } = area.figures
    return [areaName(names, area), ...[I04, I05, I07, I08, I10, I13].map(ratio)]
  }

const areaName = (names: ReadonlyMap<string, string>, { unit, own }: AreaAssessment): string =>
  own ? '市直（本级） city bodies' : (names.get(unit) ?? unit)

/** S6: the figure that stands beside each indicator, because the indicator would rise if that were hidden; null where there is none. */
const describeHidden = (figures: Figures): ReadonlyArray<string> => {
  const { I02, I03, I04, I05, I07, I08, I09, I11, I13, I14 } = figures
  const levels = I09.beside.fulfilledBy
  const lines: Readonly<Record<keyof Figures, string | null>> = {
    I01: null,
    I02: `人均时长 minutes a head — 达标人数 heads at target ${I02.beside.headsAtTarget.n}/${I02.beside.headsAtTarget.d}`,
    I03: `群众参与 participation — 全部参与者 all participants ${count(I03.beside.allParticipants.n)}，注册 registered ${count(I03.beside.registered)}，人次 visits ${count(I03.beside.visits)}`,
    I04: `按时答复 answered in time — 仍未答复 unanswered ${count(I04.beside.unanswered)}`,
    I05: `完成 completed — 未结 open ${I05.beside.open}，未满足 unmet ${I05.beside.unmet}，中止 aborted ${I05.beside.aborted}，取消 cancelled ${I05.beside.cancelled}`,
    I07: `解决 solved — 部分解决 partly ${I07.beside.partly.n}，首轮即解决 in the first round ${I07.beside.solvedInFirstRound.n}，未评价 unreviewed ${figures.I10.n}`,
    I08: `满意 satisfied — 评价覆盖 coverage ${I08.beside.coverage.n}/${I08.beside.coverage.d}${I08.beside.thin ? '（覆盖不足 thin）' : ''}`,
    I09: `上报 escalated ${ratio(figures.I09)} — 次数 steps ${I09.beside.steps}，自动 automatic ${I09.beside.automatic}；由村/乡镇/市完成 fulfilled by village/township/city ${levels.village}/${levels.township}/${levels.city}`,
    I10: null,
    I11: `未满足 unmet ${ratio(figures.I11)} — 转办 referred ${count(I11.beside.referred)}`,
    I12: `重开 reopened ${ratio(figures.I12)}`,
    I13: `派单无应答 offers without an answer ${ratio(I13)}`,
    I14: `证据强度 evidence strength — 迟录 late ${count(I14.beside.late)}，暂缓 held ${count(I14.beside.held)}，停用 suspended ${count(I14.beside.suspended)}，作废 voided ${count(I14.beside.voided)} 分钟 min`,
  }
  return Object.entries(lines).flatMap(([id, line]) => (line === null ? [] : [`${id} ${line}`]))
}

/** The assessment by township, against the plan's targets, with the figures beside it (S6). */
export const showAssessment = (assessment: Assessment, names: ReadonlyMap<string, string>): void => {
  const { period, policyVersion } = assessment
  heading(
    '考核',
    `assessment ${period.from} – ${period.to}, policy ${policyVersion ?? '–'} (service, rosters and township populations simulated)`,
  )
  const areas = assessment.areas.filter(({ level, own }) => own || level !== 'village')
  say(
    '  目标 targets: 在职党员参与率 in-service participation 80 %，人均 20 小时/年 hours a year，群众参与率 mass participation 13 %',
  )
  say(
    '  常住人口 population: 全市为2010年人口普查，乡镇按村数分摊（模拟） the city as in the census of 2010, townships simulated',
  )
  table(
    ['单位 unit', 'I01 在职参与', 'I02 人均分钟', 'I03 群众参与', '人次 visits', 'I14 证据强度'],
    areas.map(targets(names)),
  )
  say()
  table(
    ['单位 unit', 'I04 按时答复', 'I05 完成', 'I07 解决', 'I08 满意', 'I10 未评价', 'I13 无应答'],
    areas.map(describeLoop(names)),
  )
  const [city] = areas
  if (city === undefined) return
  say('\n  每个数字背后 what each figure hides, for the city (S6):')
  for (const line of describeHidden(city.figures)) say(`  ${line}`)
}
