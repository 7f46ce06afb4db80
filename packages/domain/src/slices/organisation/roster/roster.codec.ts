/** Commands and events of in-service rosters: stream `roster-<jurisdiction>`. */
import type * as t from 'io-ts'
import { closed, list, LocalDay, literal, variants, type Codec } from '@zhiyuan/kernel'
import { BodyId, PersonId, RosterId, UnitId } from '../../../vocabulary/ids.ts'
import { PublicName } from '../../../vocabulary/values.ts'

const roster = {
  rosterId: RosterId,
  /** The employing body. */
  bodyId: BodyId,
  /** The area whose figure the heads count in: a township, or the city for its own bodies (S11). */
  area: UnitId,
  effectiveFrom: LocalDay,
  /** Opaque ids; a person without a volunteer number counts too. */
  heads: list(PersonId, 0, 3000),
  source: PublicName,
}

/** A body's in-service list took effect; it replaces the body's earlier list. */
export const RosterAdopted = closed({ type: literal('RosterAdopted'), ...roster })
export interface RosterAdopted extends t.TypeOf<typeof RosterAdopted> {}
/** All events of rosters. */
export const RosterEvent: Codec<RosterEvent> = variants('RosterEvent', [RosterAdopted])
export type RosterEvent = RosterAdopted

/** By an administrator at the top of the tree. Refused where a person is named twice, or is on another body's list then (G2). */
export const AdoptRoster = closed({ type: literal('AdoptRoster'), ...roster })
export interface AdoptRoster extends t.TypeOf<typeof AdoptRoster> {}
/** All commands about rosters. */
export const RosterCommand: Codec<RosterCommand> = variants('RosterCommand', [AdoptRoster])
export type RosterCommand = AdoptRoster
