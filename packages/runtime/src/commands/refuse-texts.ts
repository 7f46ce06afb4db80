/** A text that a command refers to is in the vault (P6). */
import * as E from 'fp-ts/lib/Either.js'
import { decodeRefused, pathStep, type DecodeRefused, type Typed } from '@zhiyuan/kernel'
import { computeCommitment, type KeptText } from '../log/texts.ts'
import type { Fault } from '../ports/fault.ts'
import type { Vault } from '../ports/ports.ts'

interface FoundText extends KeptText {
  readonly path: string
}

const isReference = (u: object): u is KeptText =>
  Object.keys(u).length === 2 &&
  'id' in u &&
  typeof u.id === 'string' &&
  'commitment' in u &&
  typeof u.commitment === 'string'

/** The references to texts in a decoded command, each with its path. */
const listTexts = (u: unknown, path = '$'): ReadonlyArray<FoundText> => {
  if (Array.isArray(u)) return u.flatMap((one, index) => listTexts(one, `${path}${pathStep(String(index))}`))
  if (typeof u !== 'object' || u === null) return []
  if (isReference(u)) return [{ path, id: u.id, commitment: u.commitment }]
  return Object.entries(u).flatMap(([key, value]) => listTexts(value, `${path}${pathStep(key)}`))
}

export type RefuseTexts = (command: Typed) => Promise<E.Either<Fault, DecodeRefused | null>>

/** Asks the vault once a command. Names the first reference whose text is not there, or is another than the commitment says. */
export const refuseTexts =
  ({ get }: Pick<Vault, 'get'>): RefuseTexts =>
  async (command) => {
    const texts = listTexts(command)
    if (texts.length === 0) return E.right(null)
    const found = await get([...new Set(texts.map(({ id }) => id))])()
    if (E.isLeft(found)) return found
    const kept = new Map(found.right.map(({ id, salt, text }) => [id, computeCommitment(salt, text)]))
    const missing = texts.find(({ id, commitment }) => kept.get(id) !== commitment)
    return E.right(missing === undefined ? null : decodeRefused(missing.path, 'a text in the vault'))
  }
