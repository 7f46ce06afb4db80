import { createHmac } from 'node:crypto'

/** Opaque and repeatable: the same key and texts give the same hash, and no one without the key can find the texts. */
export interface Keyed {
  /** 21 characters of `A-Za-z0-9_-`. */
  readonly id: (...words: ReadonlyArray<string>) => string
  /** 64 hex digits. */
  readonly salt: (...words: ReadonlyArray<string>) => string
}

/**
 * Ids and salts under a key: a secret of the installation of at least 16 characters, since a holder of the key can test guesses. A shorter one
 * throws, as every wrong wiring does.
 *
 * @example
 * const keyed = keyedHashes(process.env['IMPORT_KEY'] ?? '')
 */
export const keyedHashes = (key: string): Keyed => {
  if (key.length < 16) throw new Error('the key of an import has at least 16 characters')
  const mac = (use: string, words: ReadonlyArray<string>) =>
    createHmac('sha256', key).update(JSON.stringify([use, ...words]))
  return {
    id: (...words) => mac('id', words).digest('base64url').slice(0, 21),
    salt: (...words) => mac('salt', words).digest('hex'),
  }
}
