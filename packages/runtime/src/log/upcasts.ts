import { createHash } from 'node:crypto'
import { listRaises, type Issue, type Upcasts } from '@zhiyuan/kernel'
import { LedgerRefusal } from '../ports/unwrap.ts'
import { membersByType } from '../commands/members.ts'
import type { AnySlice } from '../wiring.ts'

const stepTo = (type: string): string => (/^\w+$/.test(type) ? `.${type}` : `[${JSON.stringify(type)}]`)

/** What is wrong with the upcasts of one type. */
const listIssues = (
  path: string,
  list: unknown,
  { known, raised }: { readonly known: boolean; readonly raised: boolean },
): ReadonlyArray<Issue> => {
  if (!known) return [{ path, expected: 'a type of event' }]
  if (raised) return [{ path, expected: 'a type that no slice raises itself' }]
  if (!Array.isArray(list)) return [{ path, expected: 'list' }]
  // A hole in the array is not a function either, and `flatMap` alone would skip it.
  return Array.from(list as ReadonlyArray<unknown>).flatMap((raise, index) =>
    typeof raise === 'function' ? [] : [{ path: `${path}[${index}]`, expected: 'function' }],
  )
}

const refuse = (issues: ReadonlyArray<Issue>): void => {
  if (issues.length > 0) throw new LedgerRefusal({ type: 'DecodeRefused', issues: issues.slice(0, 20) })
}

const raisedBySlices = (slices: ReadonlyArray<AnySlice>): Upcasts => {
  const all = new Map<string, Upcasts[string]>()
  for (const [type, list] of slices.flatMap((slice) => Object.entries(listRaises(slice.upcasts ?? {})))) {
    if (all.has(type)) throw new Error(`two upcasts of ${type}`)
    all.set(type, list)
  }
  return Object.fromEntries(all)
}

/**
 * How events of older schemas are upcast: by the slices, and by the embedder for types that no slice upcasts. Throws a
 * `LedgerRefusal` that names the path where the embedder's are for no type of the slices, for one that a slice upcasts (its schema
 * numbers would have two meanings), or are no functions.
 */
export const gatherUpcasts = (slices: ReadonlyArray<AnySlice>, own: Upcasts = {}): Upcasts => {
  const raised = raisedBySlices(slices)
  const said: unknown = own
  if (typeof said !== 'object' || said === null || Array.isArray(said))
    throw new LedgerRefusal({ type: 'DecodeRefused', issues: [{ path: '$.upcasts', expected: 'record' }] })
  const types = new Set(slices.flatMap(({ event }) => Object.keys(membersByType(event))))
  const entries = Object.entries(own)
  const issues = entries.flatMap(([type, list]) =>
    listIssues(`$.upcasts${stepTo(type)}`, list, { known: types.has(type), raised: Object.hasOwn(raised, type) }),
  )
  refuse(issues)
  return { ...raised, ...own }
}

/** The part of a view or process that decides the version of its rows. */
interface Rows {
  readonly version: number
  readonly types?: ReadonlySet<string>
}

/** With a view's own version below 1,000 the number still fits the four bytes that a store may keep for it. */
const sets = 2_000_000

/**
 * The version of the rows of a view or process under the embedder's upcasts: its own version, plus thousands that hash the types
 * and schemas that are upcast, among those that it reads. So rows are rebuilt when such upcasts are added or removed; two sets of
 * upcasts collide once in two million. Functions cannot be compared: an upcast that is edited leaves the number as it was, and
 * the rows with it.
 */
export const versionOfRows = ({ version, types }: Rows, own: Upcasts = {}): number => {
  const raised = Object.entries(own).filter(([type, list]) => list.length > 0 && (types?.has(type) ?? true))
  if (raised.length === 0) return version
  const editions = raised.map(([type, list]) => `${type}@${list.length + 1}`).sort()
  const digest = createHash('sha256').update(editions.join('\n')).digest()
  return version + 1000 * (1 + (digest.readUInt32BE(0) % sets))
}
