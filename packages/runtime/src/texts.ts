import { createHash } from 'node:crypto'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { Randomness, StoreError, Vault } from './ports.ts'

/** What an event keeps of a text: where it lies, and a commitment to it. */
export interface KeptText {
  readonly id: string
  /** SHA-256 of the salt's bytes followed by the text's UTF-8 bytes, in lower-case hex. */
  readonly commitment: string
}

/** Texts in the vault, for those who need to read them (P1). */
export interface Texts {
  /** Keeps texts in the vault, all or none, and says what to write down of each, in their order. */
  readonly put: (texts: ReadonlyArray<string>) => TE.TaskEither<StoreError, ReadonlyArray<KeptText>>
  /** Texts that are there, by id; one that was destroyed is left out. */
  readonly get: (ids: ReadonlyArray<string>) => TE.TaskEither<StoreError, ReadonlyMap<string, string>>
  /** Destroys texts and their salts; the commitments in the log then say nothing. */
  readonly destroy: (ids: ReadonlyArray<string>) => TE.TaskEither<StoreError, void>
}

/** The commitment to a text under a salt of 32 bytes in hex. */
export const commitmentOf = (salt: string, text: string): string =>
  createHash('sha256').update(Buffer.from(salt, 'hex')).update(text, 'utf8').digest('hex')

/** The texts of a vault; each is kept under a fresh id and salt. */
export const textsIn = (vault: Vault, random: Randomness): Texts => ({
  put: (texts) => () => {
    const secrets = texts.map((text) => ({ id: random.id(), salt: random.salt(), text }))
    const kept = secrets.map(({ id, salt, text }) => ({ id, commitment: commitmentOf(salt, text) }))
    return pipe(
      secrets.length === 0 ? TE.right(undefined) : vault.put(secrets),
      TE.map(() => kept),
    )()
  },
  get: (ids) =>
    pipe(
      vault.get(ids),
      TE.map((secrets) => new Map(secrets.map(({ id, text }) => [id, text]))),
    ),
  destroy: vault.destroy,
})
