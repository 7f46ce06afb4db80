/** Test files that run alike. Each file of the repository belongs to exactly one project. */
export interface TestProject {
  readonly name: string
  readonly include: ReadonlyArray<string>
  readonly exclude?: ReadonlyArray<string>
  /** False where the files of one process may share their modules: they keep nothing in them, and importing takes most of their time. */
  readonly isolate?: false
  /** How many processes run its files at a time; one where they share a database, or measure. */
  readonly workers?: 2
  /** Seconds that its stage of `npm test` may take on two cores; without one it is no stage, and runs by `npm run test:long`. */
  readonly budget?: number
}

const repo = 'packages/internal/repo/src/**/*.test.ts'
const mainJob = 'examples/bazhou/src/main.e2e.test.ts'
const anywhere = (suffix: string): string => `{packages,packages/internal,examples}/*/src/**/*${suffix}`
const stores = anywhere('.int.test.ts')
const processes = anywhere('.e2e.test.ts')
const long = anywhere('.long.test.ts')
const laws = 'packages/internal/acceptance/src/laws/**/*.test.ts'

/** The projects of `vitest.config.ts`, and the stages of `npm test` in their order. */
export const testProjects: ReadonlyArray<TestProject> = [
  {
    name: 'pure',
    budget: 120,
    include: [anywhere('.test.ts')],
    exclude: [stores, processes, long, repo, laws],
    isolate: false,
    workers: 2,
  },
  { name: 'laws', budget: 90, include: [laws], exclude: [long], isolate: false, workers: 2 },
  { name: 'stores', budget: 300, include: [stores] },
  { name: 'main-job', budget: 240, include: [mainJob] },
  { name: 'examples', budget: 120, include: [processes], exclude: [mainJob] },
  { name: 'packages', budget: 420, include: [repo], workers: 2 },
  { name: 'long', include: [long] },
]

/** What is wrong with how files belong to projects: a test file that is in none would never run, and one in two would run twice. */
export const judgeProjects = (
  files: ReadonlyArray<string>,
  listed: ReadonlyArray<{ readonly file: string; readonly projectName: string }>,
): ReadonlyArray<string> =>
  files.flatMap((file) => {
    const owners = listed
      .filter((one) => one.file === file)
      .map(({ projectName }) => projectName)
      .toSorted()
    return owners.length === 1 ? [] : [`${file} is in ${owners.length === 0 ? 'no project' : owners.join(' and ')}`]
  })
