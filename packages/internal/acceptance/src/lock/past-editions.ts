import * as E from 'fp-ts/lib/Either.js'
import { decode, type AnyCodec, type PastEdition } from '@zhiyuan/kernel'
import { listEvents, type WordedSlice } from './word-lines.ts'

const judge = (type: string, editions: ReadonlyArray<PastEdition>, index: number, today: AnyCodec): string | null => {
  const { codec, planted } = editions[index] as PastEdition
  const name = `event ${type}@${index + 1}`
  if (E.isLeft(decode(codec)(planted))) return `${name}: its planted event is not of that edition`
  const raised = editions.slice(index).reduce((data, { raise }) => raise(data), planted)
  const read = decode(today)(raised)
  if (E.isRight(read)) return null
  const [issue] = read.left.issues
  return `${name}: its planted event, raised, is none of today: ${issue?.path ?? '$'}: ${issue?.expected ?? ''}`
}

/** Each past edition's planted event must decode by its own edition, and by today's after all upcasts. */
export const checkPastEditions = (slices: ReadonlyArray<WordedSlice>): ReadonlyArray<string> =>
  slices.flatMap((slice) =>
    listEvents(slice).flatMap(([type, today]) => {
      const editions = slice.upcasts?.[type] ?? []
      return editions.flatMap((_, index) => judge(type, editions, index, today) ?? [])
    }),
  )
