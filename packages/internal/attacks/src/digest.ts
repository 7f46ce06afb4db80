/** What a run is known by: the policy that was attacked, and every line. */
import { createHash } from 'node:crypto'
import { canonicalJson } from '@zhiyuan/kernel'
import type { CompletePolicy } from '@zhiyuan/ledger'

/** SHA-256 of the canonical JSON, in lower-case hex. */
export const digest = (value: unknown): string => {
  const text = canonicalJson(value)
  if (text._tag === 'Left') throw new Error(JSON.stringify(text.left))
  return createHash('sha256').update(text.right).digest('hex')
}
export interface Attacked {
  readonly version: string
  readonly policy: string
}
export const namePolicy = (policy: CompletePolicy): Attacked => ({ version: policy.version, policy: digest(policy) })
