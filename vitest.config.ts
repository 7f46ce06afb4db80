import { configDefaults, defineConfig } from 'vitest/config'
import { testProjects } from './packages/internal/repo/src/stages/projects.ts'

// A command that names projects or a test file may have any of them. A bare `vitest`, in a shell or an editor, once or on watch, runs the pure ones.
const isNamed = process.argv.slice(2).some((word) => /^--project\b|\.(test|int|e2e|long)\b/.test(word))
if (!isNamed) {
  const others = testProjects.map(({ name }) => name).filter((name) => name !== 'pure')
  console.error(`Only the project "pure" runs. For the others name a test file, or --project ${others.join('|')}.`)
}

export default defineConfig({
  test: {
    // A busy machine is slow in bursts: what is too slow is found by the budgets of `npm test`.
    testTimeout: 30_000,
    projects: testProjects
      .filter(({ name }) => isNamed || name === 'pure')
      .map(({ name, include, exclude = [], isolate = true }) => ({
        extends: true,
        test: { name, include: [...include], exclude: [...configDefaults.exclude, ...exclude], isolate },
      })),
  },
})
