/** `docs/reference/indicators.md`. */
import {
  indicatorRecipes,
  indicators,
  indicatorWords,
  laterIndicators,
  type Indicator,
} from '@zhiyuan/domain/assessment'
import { contents } from './contexts.ts'
import { common, introduction, people, records, requests } from './indicators.introduction.ts'
import { code, enumerate, link, page, paragraphs, table } from './markdown.ts'

const spellHeading = (id: Indicator): string => `${id}: ${indicatorWords[id].en.name}`

const entry = (id: Indicator): string => {
  const { zh, en } = indicatorWords[id]
  const { each, n, d, place, target, beside, events } = indicatorRecipes[id]
  const rows = Object.entries<string>(beside).map(([field, text]) => [code(field), text])
  return paragraphs(
    `### ${spellHeading(id)}`,
    `${zh.name}: ${zh.n} ÷ ${zh.d}. In English: ${en.n} ÷ ${en.d}.`,
    [
      `- **One by one**: ${each}`,
      `- **Adds to n**: ${n}`,
      `- **Adds to d**: ${d}`,
      `- **Counts for**: ${place}`,
      `- **Target**: ${target === null ? 'none' : `met when ${target}`}`,
      `- **Read off**: ${enumerate(events.map((type) => link(type, type, 'events.md')))}`,
    ].join('\n'),
    table(['beside it', 'what it says'], rows),
  )
}

const overview = (): string =>
  table(
    ['id', 'figure', '中文', 'n', 'd', 'state'],
    [
      ...indicators.map((id) => {
        const { zh, en } = indicatorWords[id]
        return [id, en.name, zh.name, en.n, en.d, 'built']
      }),
      ...laterIndicators.map(({ id, zh, en }) => [id, en.name, zh.name, en.n, en.d, 'later']),
    ].toSorted(([a = ''], [b = '']) => (a < b ? -1 : 1)),
  )

const later = (): string =>
  table(
    ['id', 'figure', '中文', 'n', 'd', 'counts for'],
    laterIndicators.map(({ id, zh, en, place }) => [`${id}, later`, en.name, zh.name, en.n, en.d, place]),
  )

const sections = [
  { heading: 'What all figures have in common', text: common },
  { heading: 'People', text: people },
  { heading: 'Records of service', text: records },
  { heading: 'Needs and orders', text: requests },
]

/** The page of the indicators. */
export const indicatorsPage = (): string =>
  page(
    'Indicators',
    introduction,
    contents([
      { heading: 'All of them', entries: [] },
      ...sections.map(({ heading }) => ({ heading, entries: [] })),
      { heading: 'Formulas', entries: indicators.map(spellHeading) },
      { heading: 'Not built yet', entries: [] },
    ]),
    '## All of them',
    overview(),
    ...sections.flatMap(({ heading, text }) => [`## ${heading}`, text]),
    '## Formulas',
    ...indicators.map(entry),
    '## Not built yet',
    later(),
  )
