import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { filesMatching } from '../sources.ts'
import { judgeDecision } from './decisions.ts'

const folder = 'docs/explanation/decisions'
const pages = filesMatching(`${folder}/0*.md`)
const list = readFileSync(`${folder}/README.md`, 'utf8')

const sound = `# 0099 A title\n\nDate: 2026-11-26. Status: accepted.\n\nWhy.\n\n## Alternatives\n- *Another.* No.\n\n## Cost\nOne.\n`
const row = '| [0099](0099-a-title.md) | A title | 2026-11-26 | accepted |\n'
const judge = (page: string, rows = row) => judgeDecision('decisions/0099-a-title.md', page, rows)

describe('the pages of decisions', () => {
  it('have date, status, alternatives and cost, and stand in the list, each of them', () => {
    expect(pages.length).toBeGreaterThan(25)
    expect(pages.flatMap((page) => judgeDecision(page, readFileSync(page, 'utf8'), list))).toEqual([])
    expect(list.match(/^\| \[\d{4}\]/gm)).toHaveLength(pages.length)
  })

  it.each([
    ['its date and status', sound.replace('Date: 2026-11-26. ', '')],
    ['its date and status', sound.replace('accepted', 'in force')],
    ['Alternatives', sound.replace('## Alternatives\n- *Another.* No.\n\n', '')],
    ['Cost', sound.replace('One.\n', '')],
    ['a title with the number of its file', sound.replace('0099', '0098')],
  ])('are found wrong where one lacks %s', (what, page) => {
    expect(judge(sound)).toEqual([])
    expect(judge(page)).toContain(`0099-a-title.md lacks ${what}`)
  })

  it('are found wrong where the list lacks one, or has it otherwise', () => {
    expect(judge(sound, '')).toEqual(['0099-a-title.md lacks its row in the list'])
    expect(judge(sound.replace('A title', 'Another'))).toEqual(['0099-a-title.md lacks its row in the list'])
  })
})
