import { readdirSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { closed, list, type AnyCodec } from '@zhiyuan/kernel'
import { memoryStores } from '@zhiyuan/store-memory'
import { tellStory } from '../golden/tell.ts'
import { decodeLog } from '../lock/read-log.ts'
import { vocabularyLog } from '../lock/vocabulary-log.ts'
import { listVariants, readCatalogue, type Catalogue, type SliceFace } from './catalogue.ts'
import { readDocs } from './docs.ts'
import { anchor } from './markdown.ts'
import { comparePages, makePages } from './pages.ts'
import { inRepository, loadSources } from './program.ts'
import { lookAtAnswers, lookAtProcesses } from './said.ts'
import { items } from './to-do/items.ts'

const sources = loadSources()
const catalogue = readCatalogue(sources)
const pages = makePages(catalogue)
const advice = '`npm run reference` makes it anew'

/** Which pages are out of date, and the first line that is. */
const drift = (changed: Catalogue): ReadonlyArray<readonly [file: string, line: string]> =>
  comparePages(makePages(changed)).map((found) => {
    const [file = '', line = ''] = found.split(/:\d+ is not what the sources say, `npm run reference` makes it anew: /)
    return [file, line]
  })

describe('the pages made from the sources', () => {
  it('are what the sources say (`npm run reference` makes them)', () => {
    expect(comparePages(pages)).toEqual([])
    expect(pages.size).toBe(9)
  })

  it('drift where a sentence above a codec changes, and the finding says what to run', () => {
    const said = 'By the star authority, never about itself: ends the examination with no star (W4).'
    const edited = sources.files.map((file) =>
      file.text.includes(said)
        ? ts.createSourceFile(file.fileName, file.text.replace(said, 'By any person.'), ts.ScriptTarget.ES2023, true)
        : file,
    )
    const planted = { ...catalogue, docs: readDocs(edited) }
    expect(drift(planted)).toEqual([['docs/reference/commands.md', 'By any person.']])
    expect(comparePages(makePages(planted))[0]).toContain(advice)
  })

  it('drift where a field is added to a command or a constraint changes', () => {
    const change = (codec: AnyCodec): AnyCodec => {
      const [[type, record] = []] = listVariants(codec)
      if (type === undefined || record?.shape.kind !== 'record' || codec.shape.kind !== 'variants') return codec
      const more = closed({ ...record.shape.fields, planted: list(record, 1, 77) })
      return { ...codec, shape: { ...codec.shape, members: { ...codec.shape.members, [type]: more } } } as AnyCodec
    }
    const [first, ...others] = catalogue.slices as readonly [SliceFace, ...ReadonlyArray<SliceFace>]
    const slices = [{ ...first, command: change(first.command) }, ...others]
    expect(drift({ ...catalogue, slices })).toEqual([
      ['docs/reference/commands.md', '| `planted` | list of records | 1 to 77 items |'],
    ])
  })

  it('drift where a row of the roles changes', () => {
    const row = catalogue.roles.get('GrantStar') ?? expect.fail('GrantStar has no row')
    const roles = new Map([...catalogue.roles, ['GrantStar', { ...row, never: [] }]])
    expect(drift({ ...catalogue, roles }).map(([file]) => basename(file))).toEqual(['roles.md'])
    const moved = new Map([...catalogue.roles, ['GrantStar', { ...row, where: 'any' as const }]])
    expect(drift({ ...catalogue, roles: moved }).map(([file]) => basename(file))).toEqual(['roles.md', 'to-do.md'])
  })

  it('drift where a rejection is answered by another command, or a table has another transition', () => {
    const answers = new Map([...catalogue.answers, ['FoundLedger', { events: [], rejections: [] }]])
    expect(drift({ ...catalogue, answers }).map(([file]) => basename(file))).toEqual([
      'commands.md',
      'events.md',
      'rejections.md',
    ])
    const slices = catalogue.slices.map((slice) => ({ ...slice, lifecycle: { table: null, reason: 'planted' } }))
    expect(drift({ ...catalogue, slices }).map(([file]) => basename(file))).toEqual(['commands.md', 'lifecycles.md'])
  })
})

describe('each page', () => {
  const headings = new Map(
    [...pages].map(([file, text]) => [
      basename(file),
      [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => anchor(heading)),
    ]),
  )

  it('has each heading once', () => {
    for (const anchors of headings.values())
      expect(anchors.filter((one, at) => anchors.indexOf(one) !== at)).toEqual([])
  })

  it.each([...pages])('%s links only to headings that are there', (file, text) => {
    const links = [...text.matchAll(/\]\(([\w-]+\.md)?#([^)]+)\)/g)]
    const broken = links.filter(([, to = basename(file), heading = '']) => headings.get(to)?.includes(heading) !== true)
    expect(links.length).toBeGreaterThan(10)
    expect(broken.map(([link]) => link)).toEqual([])
  })

  it.each([...pages])('%s names only rules, clauses and indicators that a page lists', (_file, text) => {
    const folder = inRepository('docs/reference')
    const pages = readdirSync(folder).filter((one) => one.endsWith('.md'))
    const listed = pages.flatMap((one) =>
      [...readFileSync(`${folder}/${one}`, 'utf8').matchAll(/^\| ([A-Z]\d{1,2}) \|/gm)].map(([, id]) => id),
    )
    const prose = text.replaceAll(/`[^`]*`/g, '')
    const named = [...prose.matchAll(/(?<![\w.-])[A-Z]\d{1,2}(?![\w-])/g)].map(([id]) => id)
    expect([...new Set(named)].filter((id) => !listed.includes(id))).toEqual([])
  })
})

const { answers, docs, processes, rejections, sections, slices } = catalogue
const types = (kind: 'command' | 'event') => slices.flatMap((slice) => listVariants(slice[kind]).map(([type]) => type))
describe('what is read off the sources', () => {
  it('G8: a ruling of two is by each command that such a ruling decides, and by no other', () => {
    const ofTwo = [...answers].filter(([, { rejections }]) => rejections.includes('NotTheUnitAbove'))
    expect([...(items['second-person'].by.ruling ?? [])].toSorted()).toEqual(ofTwo.map(([type]) => type).toSorted())
  })

  it('has an answer for each command, and each event and rejection in some answer', () => {
    expect([...answers.keys()].toSorted()).toEqual(types('command').toSorted())
    const events = new Set([...answers.values()].flatMap((answer) => answer.events))
    const refused = new Set([...answers.values()].flatMap((answer) => answer.rejections))
    expect(types('event').filter((type) => !events.has(type))).toEqual([])
    expect(rejections.filter(({ type }) => !refused.has(type))).toEqual([])
  })

  it('has a sentence for each command, event, rejection and term', () => {
    const spoken = [...types('command'), ...types('event')].filter((type) => (docs.spoken.get(type)?.text ?? '') === '')
    const terms = sections.flatMap(({ name, fields }) => Object.keys(fields).map((field) => `${name}.${field}`))
    expect(spoken).toEqual([])
    expect(rejections.filter(({ text }) => text === '').map(({ type }) => type)).toEqual([])
    expect(terms.filter((term) => (docs.terms.get(term)?.text ?? '') === '')).toEqual([])
  })

  it('says of each command of people by whom it is sent', () => {
    const silent = slices.flatMap(({ command, decider }) =>
      listVariants(command)
        .map(([type]) => type)
        .filter((type) => (decider.handlers[type]?.allowed ?? null) === null)
        .filter((type) => !/\b(?:by|acting person)\b/i.test(docs.spoken.get(type)?.text ?? ''))
        .filter((type) => !processes.some(({ sends }) => sends.includes(type))),
    )
    expect(silent).toEqual([])
  })
})

describe('what happens', () => {
  const story = tellStory(memoryStores()).then(
    // Read whole, it is in the editions of today.
    async ({ ledger }) => (await ledger.read(null, 100_000)).events,
  )

  it('in the golden story is among what is read off the handlers, in each role', async () => {
    const log = { events: await story, drawn: false }
    const { seen, unsaid } = lookAtAnswers(catalogue, log)
    expect(unsaid).toEqual([])
    expect(seen.size).toBeGreaterThan(120)
    expect(lookAtAnswers({ answers: new Map() }, log).unsaid).toEqual([...seen])
  })

  it('over drawn events is among what is read off the handlers, in each role', () => {
    const { events } = decodeLog('vocabulary', vocabularyLog(slices, 8))
    const { seen, unsaid } = lookAtAnswers(catalogue, { events, drawn: true })
    expect(unsaid).toEqual([])
    expect(seen.size).toBeGreaterThan(250)
  })

  it('in the golden story is among what is read off the processes', async () => {
    const { seen, unsaid } = lookAtProcesses(catalogue, await story)
    expect(unsaid).toEqual([])
    expect(seen.size).toBeGreaterThan(15)
    expect(lookAtProcesses({ processes: [] }, await story).unsaid).toEqual([...seen])
  })
})
