import type { Codec } from '../schema/codec.ts'
import { readTag } from '../schema/tag.ts'
import type { Typed } from './decider.ts'

/** Restores a command from all events of its decision, in their order; null where they are not the events of one decision. */
export type RestoreCommand<C, E> = (events: ReadonlyArray<E>) => C | null

/**
 * How a command is restored, by the type of its decision's first event; null for a type that is never first. The events that follow are
 * passed too, since two commands may differ only in them.
 */
export type RestoreTable<C, E extends Typed> = {
  readonly [T in E['type']]: ((first: Extract<E, { readonly type: T }>, following: ReadonlyArray<E>) => C | null) | null
}

/** Restores commands by a table with an entry for every type of event. */
export const restoreByFirst =
  <C, E extends Typed>(table: RestoreTable<C, E>): RestoreCommand<C, E> =>
  ([first, ...following]) => {
    if (first === undefined) return null
    // The table pairs each type with its own event, which an index by a union cannot say.
    const restore = table[first.type as E['type']] as ((first: E, following: ReadonlyArray<E>) => C | null) | null
    return restore === null ? null : restore(first, following)
  }

/**
 * Restores a command from an event that has all its fields under the same names, and leaves out the other fields. Does not compile for an
 * event that lacks a field of the command.
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
