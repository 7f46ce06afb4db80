import type { OfferId, OrderId, TeamId } from '../../vocabulary/ids.ts'
import type { Projection } from '@zhiyuan/kernel'
import type { LedgerEvent } from '../../ledger.ts'
import { defineView, type Case } from '../cases.ts'
import { boardKey, type TeamBoardRow } from './row.ts'

const ofTeam = ({ teamId }: { readonly teamId: TeamId | null }): ReadonlyArray<string> =>
  teamId === null ? [] : [teamId]

const removeOffer = (row: TeamBoardRow, offerId: OfferId): TeamBoardRow => ({
  ...row,
  offers: row.offers.filter((offer) => offer.offerId !== offerId),
})

/** The team waits for no volunteers of an order any more (O25). */
const endWaiting = (row: TeamBoardRow, orderId: OrderId): TeamBoardRow => ({
  ...row,
  waiting: row.waiting.filter((one) => one !== orderId),
})

const removeServing = (row: TeamBoardRow, orderId: OrderId): TeamBoardRow => ({
  ...endWaiting(row, orderId),
  serving: row.serving.filter((order) => order.orderId !== orderId),
})

const offerEnds: Case<TeamBoardRow, { readonly teamId: TeamId; readonly offerId: OfferId }> = {
  keys: ofTeam,
  evolve: (row, { offerId }) => removeOffer(row, offerId),
}
const serviceEnds: Case<TeamBoardRow, { readonly teamId: TeamId | null; readonly orderId: OrderId }> = {
  keys: ofTeam,
  evolve: (row, { orderId }) => removeServing(row, orderId),
}

const byTeam = defineView<TeamBoardRow>('team-board', 1, {
  initial: (key) => ({
    teamId: key as TeamId,
    team: null,
    offers: [],
    serving: [],
    waiting: [],
    refusals: [],
    lastEvent: null,
  }),
  cases: {
    TeamFounded: {
      keys: ofTeam,
      evolve: (row, { unitId, specialties, open }) => ({ ...row, team: { unitId, specialties, open, active: true } }),
    },
    OpennessChanged: {
      keys: ofTeam,
      evolve: (row, { open }) => (row.team === null ? row : { ...row, team: { ...row.team, open } }),
    },
    TeamDisbanded: {
      keys: ofTeam,
      evolve: (row) => (row.team === null ? row : { ...row, team: { ...row.team, active: false } }),
    },
    OrderOffered: {
      keys: ofTeam,
      evolve: (row, { offerId, orderId, planned }, noted) => ({
        ...row,
        offers: [...row.offers, { offerId, orderId, planned, ...noted }],
      }),
    },
    OfferExpired: offerEnds,
    OfferRecalled: offerEnds,
    OfferDeclined: {
      keys: ofTeam,
      evolve: (row, { offerId, orderId }, noted) => {
        const planned = row.offers.find((offer) => offer.offerId === offerId)?.planned ?? null
        return { ...removeOffer(row, offerId), refusals: [...row.refusals, { offerId, orderId, planned, ...noted }] }
      },
    },
    OrderAccepted: {
      keys: ofTeam,
      evolve: (row, { offerId, orderId, round }, noted) => ({
        ...removeOffer(row, offerId),
        serving: [...row.serving, { orderId, round, ...noted }],
      }),
    },
    LastSeatLost: {
      keys: ofTeam,
      evolve: (row, { orderId }) => ({ ...row, waiting: [...endWaiting(row, orderId).waiting, orderId] }),
    },
    SeatTaken: { keys: ofTeam, evolve: (row, { orderId }) => endWaiting(row, orderId) },
    RoundTakenOn: {
      keys: ofTeam,
      evolve: (row, { orderId, round }, noted) => ({
        ...row,
        serving: [...row.serving, { orderId, round, ...noted }],
      }),
    },
    OrderHandedBack: serviceEnds,
    OrderMissed: serviceEnds,
    ServiceReported: serviceEnds,
    OrderAborted: serviceEnds,
    OrderCancelled: {
      keys: ofTeam,
      evolve: (row, { orderId }) => ({
        ...removeServing(row, orderId),
        offers: row.offers.filter((offer) => offer.orderId !== orderId),
      }),
    },
  },
})

/** A ranking reads the unit tree beside the rows (O10). */
const treeTypes = ['UnitOpened', 'UnitMoved'] as const satisfies ReadonlyArray<LedgerEvent['type']>
const types = new Set<string>([...(byTeam.types ?? []), ...treeTypes])
/** No ranking reads whether a round waits for volunteers. */
const unranked = new Set<string>(['LastSeatLost', 'SeatTaken'])

/** By team: its offers, its load and its refusals (O23); and one row for the board, with the last event that a ranking has seen (O10). */
export const teamBoard: Projection<TeamBoardRow, LedgerEvent> = {
  ...byTeam,
  types,
  keys: (event) =>
    types.has(event.type) && !unranked.has(event.type) ? [...byTeam.keys(event), boardKey] : byTeam.keys(event),
  evolve: (row, envelope, key) =>
    key === boardKey ? { ...row, lastEvent: envelope.id } : byTeam.evolve(row, envelope, key),
}
