/** `docs/reference/policy.md`. */
import { bazhou2020, nationalDefaultPolicy, sections } from '@zhiyuan/domain'
import type { Catalogue, SectionFace } from './catalogue.ts'
import { contents } from './contexts.ts'
import { code, enumerate, link, page, paragraphs, table } from './markdown.ts'
import { allowed, spellName } from './shapes.ts'

type Preset = typeof nationalDefaultPolicy

const presets: ReadonlyArray<Preset> = [nationalDefaultPolicy, bazhou2020]

const value = (said: unknown): string => code(JSON.stringify(said))

/** What a preset says of a term; values that do not fit into a cell stand in the sources. */
const presetValue = ({ sections: said }: Preset, section: string, term: string): string => {
  const text = value((said as unknown as Readonly<Record<string, Readonly<Record<string, unknown>>>>)[section]?.[term])
  return text.length > 160 ? 'see the preset' : text
}

/** The rules, clauses and indicators that a sentence names. */
const listRules = (text: string): ReadonlyArray<string> => [
  ...new Set([...text.matchAll(/\b[A-Z]\d{1,2}\b/g)].map(([id]) => id)),
]

const termRows = ({ docs }: Catalogue, { name, fields, absent }: SectionFace): ReadonlyArray<ReadonlyArray<string>> =>
  Object.entries(fields).map(([term, codec]) => {
    const text = docs.terms.get(`${name}.${term}`)?.text ?? ''
    return [
      code(term),
      `${spellName(codec)}: ${allowed(codec)}`,
      value(absent[term]),
      ...presets.map((preset) => presetValue(preset, name, term)),
      text,
      enumerate(listRules(text)),
    ]
  })

const entry = (catalogue: Catalogue, section: SectionFace): string =>
  paragraphs(
    `## ${section.name}`,
    catalogue.docs.terms.get(section.name)?.text ?? '',
    table(
      ['term', 'what it may be', 'where nothing is said', ...presets.map(({ version }) => version), 'meaning', 'rules'],
      termRows(catalogue, section),
    ),
  )

const presetTable = table(
  ['preset', 'issuer', 'title', 'in force from'],
  presets.map(({ version, document, effectiveFrom }) => [
    code(version),
    document.issuer,
    document.title,
    effectiveFrom,
  ]),
)

const introduction = paragraphs(
  `What a county may set for itself (G5): terms, in sections that are each owned by the slice that reads them. A policy is adopted with
${link('AdoptPolicy', 'AdoptPolicy', 'commands.md')} and says every term; it holds from its day on, and every decision names the edition that it followed.`,
  `**where nothing is said** is what a policy means that was adopted before there was such a term. What a county is advised to adopt is a preset; its
columns show what each says. A term of time is one of \`hours\`, \`days\` and \`workingDays\`; working days end with the n-th working day after
the one on which it starts, by the calendar years that were adopted.`,
)

/** The page of the policy. */
export const policyPage = (catalogue: Catalogue): string =>
  page(
    'Policy',
    introduction,
    contents([...sections, { name: 'Presets', fields: {} }].map(({ name }) => ({ heading: name, entries: [] }))),
    ...catalogue.sections.map((section) => entry(catalogue, section)),
    '## Presets',
    presetTable,
  )
