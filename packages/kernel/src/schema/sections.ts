/** A record to which newer programs may add: sections by name, each owned by one reader. */
import * as t from 'io-ts'
import type { Codec, Fields } from './codec.ts'
import { make } from './make.ts'
import { listErrors, isRecord } from './makers.ts'

/** Records by name, as they are stored. */
export type Sections = Readonly<Record<string, Readonly<Record<string, unknown>>>>

/**
 * Sections by name. A known field is checked where it is present; an unknown field or section is kept unchanged.
 * So a new section or a new field does not change the shape of what is stored.
 */
export const sections = (known: Readonly<Record<string, Fields>>): Codec<Sections> => {
  const listKnownFields = (name: string, section: Readonly<Record<string, unknown>>) =>
    Object.hasOwn(known, name)
      ? Object.entries(known[name] as Fields).filter(([key]) => Object.hasOwn(section, key))
      : []
  const is = (u: unknown): u is Sections =>
    isRecord(u) &&
    Object.entries(u).every(
      ([name, section]) =>
        isRecord(section) && listKnownFields(name, section).every(([key, of]) => of.is(section[key])),
    )
  return make('sections', { kind: 'sections', known }, is, (u, context) => {
    if (!isRecord(u)) return [{ value: u, context, message: 'record' }]
    return Object.entries(u).flatMap(([name, section]) => {
      const at = t.appendContext(context, name, t.UnknownRecord, section)
      if (!isRecord(section)) return [{ value: section, context: at, message: 'record' }]
      return listKnownFields(name, section).flatMap(([key, of]) => [
        ...listErrors(of, section[key], t.appendContext(at, key, of, section[key])),
      ])
    })
  })
}
