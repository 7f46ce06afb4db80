import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { pages, quotingFences } from './fences.ts'

const read = (file: string): string => readFileSync(file, 'utf8')
/** What stands in code is no link: a pattern may look like one. */
const dropCode = (text: string): string => text.replaceAll(/`[^`\n]+`/g, '')
const links = /\]\((?!https?:|#)([^)#]+)(?:#[^)]*)?\)/g

describe('the documents', () => {
  it('quote code as it is', () => {
    const fences = quotingFences()
    expect(fences.map(({ page }) => page)).toContain('README.md')
    for (const { page, quotes, text } of fences) expect(text, `${page} quotes ${quotes}`).toBe(read(quotes))
  })

  it.each(pages())('%s links only to what is there', (page) => {
    const broken = [...dropCode(read(page)).matchAll(links)]
      .map(([, to = '']) => to)
      .filter((to) => !existsSync(join(dirname(page), to)))
    expect(broken).toEqual([])
  })

  it('say the same in Chinese and in English: the same sections, fences, tables and links', () => {
    const outline = (page: string) => ({
      headings: [...read(page).matchAll(/^(#+) /gm)].map(([, level]) => level),
      fences: [...read(page).matchAll(/^```(.*)$/gm)].map(([, info]) => info),
      rows: [...read(page).matchAll(/^\| (`[^|]*`) \|/gm)].map(([, first]) => first),
      links: [...read(page).matchAll(links)].map(([, to]) => to).filter((to) => !to?.startsWith('README')),
    })
    expect(outline('README.zh-CN.md')).toEqual(outline('README.md'))
  })
})
