/** A record that newer programs may write more into: sections by name, each owned by one reader. */
import * as t from 'io-ts'
import type { Codec, Fields } from './codec.ts'
import { make } from './make.ts'
import { listErrors, isRecord } from './makers.ts'

/** Records by name, as they are stored. */
export type Sections = Readonly<Record<string, Readonly<Record<string, unknown>>>>

/**
 * Sections by name: a known field is checked where it is said, with its path; what is not known is kept as it is.
 * So a section more, or a field more, is no other shape of what is stored.
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
