import * as E from 'fp-ts/lib/Either.js'
import type { CommandDigest, Typed } from '@zhiyuan/kernel'
import { digestCommand } from '@zhiyuan/runtime'

/** The digest of a command that no test gives. */
const noDigest = '0'.repeat(64) as CommandDigest

/** The digest of a command as the runtime writes it on its events' envelopes; zeros where there is none, or it has no canonical JSON. */
export const digestOrZeros = (command: Typed | null): CommandDigest =>
  command === null ? noDigest : E.getOrElse(() => noDigest)(digestCommand(command))
