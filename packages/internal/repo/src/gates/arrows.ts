import { existsSync } from 'node:fs'
import { cruise, type ICruiseResult, type IViolation } from 'dependency-cruiser'
import { arrowRules } from './arrows.rules.ts'
import type { Gate } from './gate.ts'

const describe = ({ rule, from, to, cycle }: IViolation): string => {
  const path = cycle === undefined ? to : cycle.map(({ name }) => name).join(' → ')
  return `${from} → ${path}: ${rule.name}`
}

/** Who may import whom, on every import there is, those of types included. */
export const arrows: Gate = async () => {
  const folders = ['packages', 'examples'].filter((folder) => existsSync(folder))
  const { output } = await cruise(
    folders,
    {
      ruleSet: { forbidden: arrowRules },
      validate: true,
      doNotFollow: { path: 'node_modules' },
      exclude: { path: '(^|/)dist/' },
      tsPreCompilationDeps: true,
      enhancedResolveOptions: {
        exportsFields: ['exports'],
        conditionNames: ['import', 'node', 'types', 'default'],
        extensions: ['.ts', '.js', '.mjs', '.cjs', '.json', '.d.ts', '.d.mts'],
      },
    },
    undefined,
    { tsConfig: undefined },
  )
  const { modules, summary } = output as ICruiseResult
  const own = modules.filter(({ source }) => /^(packages|packages\/internal|examples)\/[^/]+\/src\//.test(source))
  return { looked: own.length, things: 'modules', violations: summary.violations.map(describe) }
}
