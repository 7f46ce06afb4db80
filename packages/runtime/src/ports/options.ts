/** Options come from callers, who may have no compiler: each is looked at before anything is opened. */
import { decodeRefused, type DecodeRefused } from '@zhiyuan/kernel'

/** What an option has to be, and whether it may be left out. */
export interface OptionRule {
  readonly expected: string
  readonly fits: (value: unknown) => boolean
  readonly optional?: boolean
}
/** The options of a call, by name. */
export type OptionRules = Readonly<Record<string, OptionRule>>

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

/** The kinds of option that several calls have. */
export const optionKinds = {
  text: { expected: 'text', fits: (value) => typeof value === 'string' },
  flag: { expected: 'true or false', fits: (value) => typeof value === 'boolean', optional: true },
  object: { expected: 'object', fits: isObject },
  listener: { expected: 'function', fits: (value) => typeof value === 'function' },
  patience: {
    expected: 'milliseconds, 0 or more',
    fits: (value) => typeof value === 'number' && value >= 0 && Number.isFinite(value),
    optional: true,
  },
} as const satisfies OptionRules

/** The same option, which may be left out. */
export const optional = (rule: OptionRule): OptionRule => ({ ...rule, optional: true })

/** The first option that is missing, misspelt or of another kind, by its path; null where all are as they should be. */
export const refuseOptions = (options: unknown, rules: OptionRules, root = '$'): DecodeRefused | null => {
  if (!isObject(options)) return decodeRefused(root, 'options')
  const unknown = Object.keys(options).find((name) => !Object.hasOwn(rules, name))
  if (unknown !== undefined) return decodeRefused(`${root}.${unknown}`, 'unknown key')
  const said = options as Readonly<Record<string, unknown>>
  const wrong = Object.entries(rules).find(([name, { fits, optional: may = false }]) =>
    said[name] === undefined ? !may : !fits(said[name]),
  )
  return wrong === undefined ? null : decodeRefused(`${root}.${wrong[0]}`, wrong[1].expected)
}
