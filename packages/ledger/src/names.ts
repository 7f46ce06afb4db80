import { isLeft } from 'fp-ts/lib/Either.js'
import { decode, Jurisdiction, LogId, type Codec } from '@zhiyuan/kernel'

const named =
  <A>(codec: Codec<A>) =>
  (word: string): A => {
    const decoded = decode(codec)(word)
    if (isLeft(decoded)) throw new Error(`${JSON.stringify(word)} is no ${codec.name}`)
    return decoded.right
  }

/** A log's name; throws where the word cannot be one, as every wrong wiring does when it is opened. */
export const logNamed: (word: string) => LogId = named(LogId)
/** An area's code; throws likewise. */
export const jurisdictionNamed: (word: string) => Jurisdiction = named(Jurisdiction)
