/** A case of the conformance kit, as it went in one store. */
export interface Ran {
  /** Of the port: `the event store`. */
  readonly port: string
  /** The store: `in memory`. */
  readonly store: string
  readonly title: string
  readonly status: string
  /** Why it was skipped; null where it was not, or where no reason was given. */
  readonly reason: string | null
}

/** What stands above each column, by the name under which a store's tests run the kit. */
const columns: Readonly<Record<string, string>> = {
  'in memory': 'memory',
  'in a SQLite file': 'SQLite',
  'in PostgreSQL': 'PostgreSQL',
  'in EventStoreDB': 'EventStoreDB (wire)',
  'in EventStoreDB by the client of KurrentDB': 'KurrentDB client (wire)',
}

const group = /^(the event store|the projection store|the vault|a ledger) (in .+)$/

/** Which port and store a group of tests is about; null where it is none of the kit's. */
export const findPlace = (groupTitle: string): Pick<Ran, 'port' | 'store'> | null => {
  const [, port, store] = group.exec(groupTitle) ?? []
  return port === undefined || store === undefined ? null : { port, store }
}

const notClaimed = 'not claimed'

const cell = (ran: Ran | undefined): string => {
  if (ran === undefined) return '–'
  if (ran.reason?.startsWith(notClaimed) === true) return notClaimed
  return ran.status === 'passed' ? 'yes' : ran.status
}

const row = (cells: ReadonlyArray<string>): string => `| ${cells.join(' | ')} |`

const section = (port: string, ran: ReadonlyArray<Ran>): ReadonlyArray<string> => {
  const stores = Object.keys(columns)
  const titles = [...new Set(ran.map(({ title }) => title))]
  const findMark = (title: string) => (store: string) =>
    cell(ran.find((one) => one.title === title && one.store === store))
  return [
    `## ${port.charAt(0).toUpperCase()}${port.slice(1)}`,
    '',
    row(['Sentence', ...Object.values(columns)]),
    row(['---', ...stores.map(() => '---')]),
    ...titles.map((title) => row([title, ...stores.map(findMark(title))])),
    '',
  ]
}

const introduction = `# What a store promises, and which store keeps it

Each sentence is one case of the conformance kit in [\`@zhiyuan/testing\`](../../packages/testing/README.md), which runs unchanged over every
store: \`storeConformance(name, { ledger, vault })\`. For many sentences a fault is planted in the store in memory, and the case must find it
(\`packages/store-memory/src/planted\`).

This page is made from the last run of the tests (\`npm test\`, then \`npm run conformance\`); a test fails when a sentence is missing here.
"yes": the case passed; "not claimed": the case is of something that a store may claim beyond what every store promises (\`capabilities\` of the
port), and this store does not claim it; "–": it does not run there.
"Wire": over the [wire-level test server](../../packages/internal/eventstoredb-wire/README.md), which is a simulation of EventStoreDB, through the real clients. Rows and vault of those ledgers
are in memory. With \`EVENTSTOREDB_URL\` set the same cases run on a real server; without it they are reported as skipped, by name.
`

/** The page, but for the layout of its tables. */
export const page = (ran: ReadonlyArray<Ran>): string => {
  const ports = [...new Set(ran.map(({ port }) => port))]
  const sections = ports.flatMap((port) =>
    section(
      port,
      ran.filter((one) => one.port === port),
    ),
  )
  return [introduction, ...sections].join('\n')
}

/** Every `port, store: title` that a page has a mark for. */
export const listMarked = (text: string): ReadonlyArray<string> => {
  let port = ''
  return text.split('\n').flatMap((line) => {
    if (line.startsWith('## ')) port = line.slice(3).toLowerCase()
    const [title = '', ...cells] = line.split('|').slice(1, -1)
    const stores = Object.keys(columns).filter((_, index) =>
      /^(yes|not claimed|skipped|failed|pending)$/.test(cells[index]?.trim() ?? ''),
    )
    return stores.map((store) => `${port} ${store}: ${title.trim()}`)
  })
}
