import { createHash } from 'node:crypto'
import * as E from 'fp-ts/lib/Either.js'
import { canonicalJson, type CommandDigest, type DecodeRefused, type Typed } from '@zhiyuan/kernel'

/**
 * The digest by which events name their command: SHA-256 of the command's canonical JSON. Refused where it has none.
 *
 * @example
 * digestCommand({ type: 'Add', name: 'a', amount: 2 }) // right('…'), 64 hexadecimal digits
 */
export const digestCommand = (command: Typed): E.Either<DecodeRefused, CommandDigest> =>
  E.map((text: string) => createHash('sha256').update(text).digest('hex') as CommandDigest)(canonicalJson(command))
