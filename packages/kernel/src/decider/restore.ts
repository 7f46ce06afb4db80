import type { Codec } from '../schema/codec.ts'
import { readTag } from '../schema/tag.ts'
import type { Typed } from './decider.ts'

/** Makes a command again out of all events of its decision, in their order; null where no decision has these. */
export type RestoreCommand<C, E> = (events: ReadonlyArray<E>) => C | null

/**
 * How a command is made again, by the type of its decision's first event, which says it; null for a type that only ever follows another.
 * What follows the first is handed over too, where that tells two commands apart.
 */
export type RestoreTable<C, E extends Typed> = {
  readonly [T in E['type']]: ((first: Extract<E, { readonly type: T }>, following: ReadonlyArray<E>) => C | null) | null
}

/** Restores commands by a table, exhaustive by type of event. */
export const restoreByFirst =
  <C, E extends Typed>(table: RestoreTable<C, E>): RestoreCommand<C, E> =>
  ([first, ...following]) => {
    if (first === undefined) return null
    // The table pairs each type with its own event, which an index by a union cannot say.
    const restore = table[first.type as E['type']] as ((first: E, following: ReadonlyArray<E>) => C | null) | null
    return restore === null ? null : restore(first, following)
  }

/**
 * For an event that keeps every field of its command under the same name: copies those and leaves out the others. Does not compile for
 * an event that lacks one.
 *
 * @example
 * restoreByFirst<OrderCommand, OrderEvent>({ SeatsChanged: copyFields(ChangeSeats), … })
 */
export const copyFields = <C extends Typed>(command: Codec<C>): ((event: Omit<C, 'type'>) => C) => {
  const fields = command.shape.kind === 'record' ? Object.keys(command.shape.fields) : []
  const type = readTag(command)
  return (event) => {
    const said = event as Readonly<Record<string, unknown>>
    return Object.fromEntries(fields.map((key) => [key, key === 'type' ? type : said[key]])) as unknown as C
  }
}
