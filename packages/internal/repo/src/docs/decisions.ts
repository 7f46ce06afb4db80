import { basename } from 'node:path'

const date = /^\d{4}-\d{2}-\d{2}$/

/** What a page of a decision lacks: a number and a title, its date and status, alternatives, a cost, and its row in the list. */
export const judgeDecision = (file: string, page: string, list: string): ReadonlyArray<string> => {
  const name = basename(file)
  const [, number = '', title = ''] = /^# (\d{4}) (.+)\n/.exec(page) ?? []
  const [, decided = '', status = ''] = /^Date: (\S+)\. Status: (accepted|superseded by \d{4})\.$/m.exec(page) ?? []
  const hasText = (section: string): boolean => new RegExp(`^## ${section}\\n+(?!#)\\S`, 'm').test(page)
  const lacks = [
    ...(number !== '' && name.startsWith(`${number}-`) ? [] : ['a title with the number of its file']),
    ...(date.test(decided) && status !== '' ? [] : ['its date and status']),
    ...['Alternatives', 'Cost'].filter((section) => !hasText(section)),
    ...(list.includes(`| [${number}](${name}) | ${title} | ${decided} | ${status} |\n`) ? [] : ['its row in the list']),
  ]
  return lacks.map((what) => `${name} lacks ${what}`)
}
