import { createHash } from 'node:crypto'
import type * as t from 'io-ts'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { pipe } from 'fp-ts/lib/function.js'
import { closed, decode, list, opaqueId, text as textCodec, type DecodeRefused } from '@zhiyuan/kernel'
import type { Randomness, Secret, StoreError, Vault } from '../ports/ports.ts'

/** An event's reference to a text in the vault: the text's id and a commitment to it. */
export interface KeptText {
  readonly id: string
  /** SHA-256 of the salt's bytes followed by the text's UTF-8 bytes, in lower-case hex. */
  readonly commitment: string
}

export interface VaultTextBrand {
  readonly VaultText: unique symbol
}
/** A text for the vault: at most 32,768 UTF-16 units of well-formed Unicode, as half a surrogate pair alone has no UTF-8 to commit to. */
export type VaultText = t.Branded<string, VaultTextBrand>
export const VaultText = textCodec<VaultTextBrand>('VaultText', /^\P{Cs}*$/u, 32_768)

export interface SecretIdBrand {
  readonly SecretId: unique symbol
}
/** Where a text lies in the vault. */
export type SecretId = t.Branded<string, SecretIdBrand>
export const SecretId = opaqueId<SecretIdBrand>('SecretId', /^[A-Za-z0-9_-]{1,64}$/, 64)

export interface SaltBrand {
  readonly Salt: unique symbol
}
/** The salt of a commitment: 32 bytes in lower-case hex. */
export type Salt = t.Branded<string, SaltBrand>
export const Salt = textCodec<SaltBrand>('Salt', /^[0-9a-f]{64}$/, 64)

const most = 100_000
const Ids = list(SecretId, 0, most)
const VaultTexts = list(VaultText, 0, most)
const Secrets = list(closed({ id: SecretId, salt: Salt, text: VaultText }), 0, most)

/** A vault's fault, or the path of a malformed text or id; in both cases nothing was kept or destroyed. */
export type TextsError = StoreError | DecodeRefused

/** Texts in the vault, for those who need to read them (P1). At most 100,000 at a time. */
export interface Texts {
  /** Keeps texts in the vault, all or none, and returns the reference to each, in their order. */
  readonly put: (texts: ReadonlyArray<string>) => TE.TaskEither<TextsError, ReadonlyArray<KeptText>>
  /** The same under ids and salts of the caller's own; keeping the same text under the same id again is a no-op. */
  readonly keep: (secrets: ReadonlyArray<Secret>) => TE.TaskEither<TextsError, ReadonlyArray<KeptText>>
  /** Texts that are there, by id; one that was destroyed is left out. */
  readonly get: (ids: ReadonlyArray<string>) => TE.TaskEither<TextsError, ReadonlyMap<string, string>>
  /** Destroys texts and their salts; the commitments in the log then reveal nothing. */
  readonly destroy: (ids: ReadonlyArray<string>) => TE.TaskEither<TextsError, void>
}

/** The commitment to a text under a salt of 32 bytes in hex. */
export const computeCommitment = (salt: string, text: string): string =>
  createHash('sha256').update(Buffer.from(salt, 'hex')).update(text, 'utf8').digest('hex')

const keepTexts =
  (vault: Vault) =>
  (secrets: ReadonlyArray<Secret>): TE.TaskEither<TextsError, ReadonlyArray<KeptText>> =>
    pipe(
      secrets.length === 0 ? TE.right(undefined) : vault.put(secrets),
      TE.map(() => secrets.map(({ id, salt, text }) => ({ id, commitment: computeCommitment(salt, text) }))),
    )

/** The texts of a vault; `put` keeps each under a fresh id and salt. */
export const openTexts = (vault: Vault, random: Randomness): Texts => ({
  put: (texts) =>
    pipe(
      TE.fromEither(decode(VaultTexts)(texts)),
      TE.map((all) => all.map((text) => ({ id: random.id(), salt: random.salt(), text }))),
      TE.flatMap(keepTexts(vault)),
    ),
  keep: (secrets) => pipe(TE.fromEither(decode(Secrets)(secrets)), TE.flatMap(keepTexts(vault))),
  get: (ids) =>
    pipe(
      TE.fromEither(decode(Ids)(ids)),
      TE.flatMap((all): TE.TaskEither<TextsError, ReadonlyArray<Secret>> => vault.get(all)),
      TE.map((secrets) => new Map(secrets.map(({ id, text }) => [id, text]))),
    ),
  destroy: (ids) =>
    pipe(
      TE.fromEither(decode(Ids)(ids)),
      TE.flatMap((all): TE.TaskEither<TextsError, void> => vault.destroy(all)),
    ),
})
