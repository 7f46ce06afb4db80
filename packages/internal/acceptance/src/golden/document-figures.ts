/** The figures of the story as tables. */
import { knownAt, type Known } from './expected.ts'
import type { Telling } from './tell.ts'

const columns = Object.keys(knownAt) as ReadonlyArray<Known>

const row = (cells: ReadonlyArray<string>): string => `| ${cells.join(' | ')} |`
const ratio = (cell: unknown): string => (Array.isArray(cell) ? cell.join('/') : String(cell))
const byName = (cells: Readonly<Record<string, unknown>>): string =>
  Object.entries(cells)
    .map(([name, cell]) => `${name} ${ratio(cell)}`)
    .join(', ')

/** K1, K2 and K3 side by side. */
export const printColumns = ({ live }: Telling): string => {
  const at = (known: Known) => live.get(known)?.shown
  type Shown = NonNullable<ReturnType<typeof at>>
  const cells = (of: (shown: Shown) => string) =>
    columns.map((known) => {
      const shown = at(known)
      return shown === undefined ? '' : of(shown)
    })
  const tell = (title: string, of: (shown: Shown) => string): string => row([title, ...cells(of)])
  const indicators = Object.keys(at('K3')?.moving ?? {})
  const steady = Object.keys(at('K3')?.steady ?? {})
  return [
    '## 数字 · Figures',
    '',
    '四、五两月的数字，分别按三个时刻所知；任何时候再算都一样。CB 是市直单位自己的一行。',
    '',
    'April and May, as known at three instants; computed again at any later time they are the same. CB is the row of the city’s own bodies.',
    '',
    row(['', ...columns.map((known) => `${known} ${knownAt[known].slice(5, 16).replace('T', ' ')}`)]),
    row(['---', ...columns.map(() => '---')]),
    tell('计入分钟 counted minutes a, b, c, d, e', ({ counted }) => counted.join(', ')),
    tell('系统/佐证/人工 system/attested/manual', ({ byGrade }) => byGrade.join('/')),
    tell('未计入 not counted', ({ notCounted }) => byName(notCounted)),
    tell('按服务地 by area served', ({ byServed }) => byName(byServed)),
    tell('按居住地 by home', ({ byHome }) => byName(byHome)),
    tell('按记录单位 by recording body', ({ byBody }) => byName(byBody)),
    tell('积分 points a, b, c, d, e', (shown) => shown.points.join(', ')),
    tell('发放/消费/冲回 issued/spent/reversed', ({ conservation }) => conservation.join('/')),
    tell('b 星级 star of b: eligible/granted/short', ({ stars }) => stars.b.join('/')),
    tell('e 星级 star of e', ({ stars }) => stars.e.join('/')),
    tell('a 星级 star of a', ({ stars }) => stars.a.join('/')),
    ...indicators.map((id) => tell(id, ({ moving }) => byName(moving[id] ?? {}))),
    tell('全部参加者/常住人口 all participants of the population', ({ allParticipants }) => byName(allParticipants)),
    ...steady.map((id) => tell(id, (shown) => byName(shown.steady?.[id] ?? {}))),
    '',
  ].join('\n')
}
