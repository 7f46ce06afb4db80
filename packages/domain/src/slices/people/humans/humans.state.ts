/** Which registrations are one human, kept flat: every registration points to its human directly, so there is no chain and no circle. */
import type { Fold, PersonId } from '@zhiyuan/kernel'
import type { HumansEvent, RegistrationsMerged, RegistrationsSplit } from './humans.codec.ts'

/** The registrations of one human, the survivor first, then in the order in which they joined. */
type Human = ReadonlyArray<PersonId>
type Layer = ReadonlyMap<PersonId, Human>

/**
 * The human of every merged registration. The map is kept in layers, the newest first and each larger than the one before it, so that a
 * merge copies few entries instead of all: folding n merges takes n × log n steps.
 */
export interface Humans {
  readonly layers: ReadonlyArray<Layer>
  /** Who proposed a merge or split that is not decided, by its key. */
  readonly proposals: ReadonlyMap<string, ReadonlyArray<PersonId>>
}

/** Merges two layers; the newer one wins for a registration that is in both. */
const joinLayers = (older: Layer, newer: Layer): Layer => new Map([...older, ...newer])

const addLayer = ([next, ...others]: ReadonlyArray<Layer>, layer: Layer): ReadonlyArray<Layer> => {
  if (next === undefined) return [layer]
  return next.size > layer.size ? [layer, next, ...others] : addLayer(others, joinLayers(next, layer))
}

const findHuman = ({ layers }: Pick<Humans, 'layers'>, person: PersonId): Human | undefined => {
  for (const layer of layers) {
    const human = layer.get(person)
    if (human !== undefined) return human
  }
  return undefined
}

/**
 * The human that a merge makes: the survivor's group, then the joining one, each with all that is known of it. Where the event names fewer
 * than the state knows, the state wins, so that no registration leaves a human or is in two.
 */
const joinHumans = (humans: Humans, { person, survivor, there, joining }: RegistrationsMerged): Human => {
  const human = new Set<PersonId>()
  for (const named of [survivor, ...there, ...joining, person]) {
    if (human.has(named)) continue
    for (const one of findHuman(humans, named) ?? [named]) human.add(one)
  }
  return [...human]
}

const listEntries = (human: Human): ReadonlyArray<readonly [PersonId, Human]> =>
  human.map((person) => [person, human] as const)

/** The person's human, in two. Where the event names fewer who stay than the state knows, they stay as well. */
const splitHuman = (humans: Humans, { person: first, leaving, staying }: RegistrationsSplit): Layer => {
  const human = findHuman(humans, first) ?? [first]
  const left = leaving.filter((person) => human.includes(person))
  const others = [...staying.filter((person) => human.includes(person)), ...human]
  const stayed = [...new Set(others)].filter((person) => !left.includes(person))
  return new Map([...listEntries(left), ...listEntries(stayed)])
}

export const mergeKey = ({ person, survivor }: { readonly person: PersonId; readonly survivor: PersonId }): string =>
  `merge:${person}:${survivor}`
export const splitKey = (leaving: ReadonlyArray<PersonId>): string => `split:${leaving.join(':')}`

const addProposal = (humans: Humans, key: string, by: PersonId): Humans => ({
  ...humans,
  proposals: new Map(humans.proposals).set(key, [...(humans.proposals.get(key) ?? []), by]),
})
const dropProposal = ({ proposals }: Humans, key: string): Humans['proposals'] =>
  proposals.has(key) ? new Map([...proposals].filter(([one]) => one !== key)) : proposals

export const humansFold: Fold<Humans, HumansEvent> = {
  initial: { layers: [], proposals: new Map() },
  evolve: (humans, event) => {
    switch (event.type) {
      case 'MergeProposed':
        return addProposal(humans, mergeKey(event), event.by)
      case 'SplitProposed':
        return addProposal(humans, splitKey([event.person, ...event.others]), event.by)
      case 'RegistrationsMerged':
        return {
          layers: addLayer(humans.layers, new Map(listEntries(joinHumans(humans, event)))),
          proposals: dropProposal(humans, mergeKey(event)),
        }
      case 'RegistrationsSplit':
        return {
          layers: addLayer(humans.layers, splitHuman(humans, event)),
          proposals: dropProposal(humans, splitKey(event.leaving)),
        }
    }
  },
}

/** Every registration of a person's human, the survivor first; the person alone where it was never merged. */
export const listRegistrations = (humans: Humans, person: PersonId): ReadonlyArray<PersonId> =>
  findHuman(humans, person) ?? [person]

/** The registration that continues for this one, and that figures use: itself where it was not merged into another. */
export const findSurvivor = (humans: Humans, person: PersonId): PersonId => findHuman(humans, person)?.[0] ?? person
