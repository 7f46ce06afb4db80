/** Canonical texts of values that have one. A value without one is a mistake in a test. */
import { isLeft, type Either } from 'fp-ts/lib/Either.js'
import { canonicalJson, type DecodeRefused, type Envelope } from '@zhiyuan/kernel'
import { storedEvent, type StoredEvent } from '@zhiyuan/runtime'

const rightOrThrow = <A>(answer: Either<DecodeRefused, A>): A => {
  if (isLeft(answer)) throw new Error(JSON.stringify(answer.left))
  return answer.right
}

/** Plain data as canonical JSON. */
export const canonicalText = (data: unknown): string => rightOrThrow(canonicalJson(data))

/** An envelope as stores keep it. */
export const storeEnvelope = (envelope: Envelope<unknown>): StoredEvent => rightOrThrow(storedEvent(envelope))
