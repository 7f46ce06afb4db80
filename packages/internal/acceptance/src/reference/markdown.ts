/** What the pages are written with. */

/** A heading's anchor, as the usual renderers make it. */
export const anchor = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-')

/** A link to a heading; of this page where no page is named. */
export const link = (text: string, heading: string, page = ''): string => `[${text}](${page}#${anchor(heading)})`

/** Text in a cell of a table. */
const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ')

const row = (cells: ReadonlyArray<string>): string => `| ${cells.map(cell).join(' | ')} |`

/** A table; nothing where it has no rows. */
export const table = (head: ReadonlyArray<string>, rows: ReadonlyArray<ReadonlyArray<string>>): string =>
  rows.length === 0 ? '' : [row(head), `|${'---|'.repeat(head.length)}`, ...rows.map(row)].join('\n')

export const code = (text: string): string => `\`${text}\``

/** Items by what `key` says of them, in the order in which the keys come. */
export const groupItems = <A>(
  items: ReadonlyArray<A>,
  key: (item: A) => string,
): ReadonlyMap<string, ReadonlyArray<A>> => {
  const groups = new Map<string, A[]>()
  for (const item of items) {
    const group = groups.get(key(item))
    if (group === undefined) groups.set(key(item), [item])
    else group.push(item)
  }
  return groups
}

/** Paragraphs with an empty line between; empty ones are left out. */
export const paragraphs = (...parts: ReadonlyArray<string>): string => parts.filter((part) => part !== '').join('\n\n')

/** `a, b and c`, or another word before the last. */
export const enumerate = (items: ReadonlyArray<string>, last = 'and'): string => {
  const end = items.at(-1) ?? ''
  return items.length < 2 ? end : `${items.slice(0, -1).join(', ')} ${last} ${end}`
}

const generated = '<!-- Made by `npm run reference` from the sources: change those, not this page. -->'

/** A whole page. */
export const page = (title: string, ...parts: ReadonlyArray<string>): string =>
  `${paragraphs(`# ${title}`, generated, ...parts)}\n`
