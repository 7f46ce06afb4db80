/** No one vets the own need, under any registration (G7). */
import { describe, it } from 'vitest'
import { stage } from '@zhiyuan/testing'
import { people, units } from '../../../fixtures/people.ts'
import { scene, world } from '../../../fixtures/world.ts'
import { need } from './index.ts'
import { duplicateNoted, held, makeEvent, merged, olderNeed, reason, submitted, textRef } from './need.fixture.ts'

const { clerkV1 } = people
const given = stage(need, world, { ...scene, now: '2020-04-20T04:00:00.000Z', actor: clerkV1 })
const n1 = { needId: 'N1' } as const
const approve = { type: 'ApproveNeed', ...n1, serviceClass: 'individual', risks: null } as const
const vetting = [
  approve,
  { type: 'RejectNeed', ...n1, reason: reason('unlawful') },
  { type: 'ReferNeed', ...n1, receiver: '12345', reason: reason('municipal') },
  { type: 'MergeNeed', ...n1, into: 'N0' },
  { type: 'RequestInformation', ...n1, question: textRef('a001') },
] as const
const interested = [
  ['requester', { requester: 'k1', proxy: null }],
  ['contact', { contact: 'k1' }],
  ['proxy', { proxy: { person: 'k1', kind: 'family' } }],
] as const

describe.each(vetting)('$type', (command) => {
  const known = { 'need-N0': olderNeed }
  it.each(interested)('G7: is not for its own %s', (as, named) => {
    given(makeEvent({ ...submitted, ...named }))
      .knowing(known)
      .when(command)
      .isRefused({ type: 'InOwnFavour', person: 'k1', as })
  })
  it('G7: is for the clerk who typed it for a caller', () => {
    given(makeEvent({ ...submitted, channel: 'telephone', proxy: { person: 'k1', kind: 'station-clerk' } }))
      .knowing(known)
      .when(command)
      .events()
  })
})

describe('vetting under another registration', () => {
  const twice = {
    'humans-131081': [
      ...(world['humans-131081'] ?? []),
      makeEvent({
        type: 'RegistrationsMerged',
        person: 'k1-home',
        survivor: 'k1',
        joining: ['k1-home'],
        there: ['k1'],
      }),
    ],
  }
  it('G7: is not in the own favour either', () => {
    given(makeEvent({ ...submitted, requester: 'k1-home', proxy: null }))
      .knowing(twice)
      .when(approve)
      .isRefused({ type: 'InOwnFavour', as: 'requester' })
  })
})

describe('what is merged', () => {
  it('G7: neither need is the clerk’s own, nor one merged into it', () => {
    const merge = { type: 'MergeNeed', ...n1, into: 'N0' } as const
    const own = olderNeed.map((event) => makeEvent({ ...event, requester: 'k1' }))
    given(submitted).knowing({ 'need-N0': own }).when(merge).isRefused({ type: 'InOwnFavour' })
    given(submitted, makeEvent({ ...duplicateNoted, requester: 'k1' }))
      .when(approve)
      .isRefused({ type: 'InOwnFavour' })
  })
})

describe('other decisions on a need', () => {
  const own = { requester: 'k1', proxy: null }
  it('G7: a hold is not lifted, a merge not undone and an owner not ruled in own favour', () => {
    const dispatcher = { ...people.dispatcherC, person: 'k1' }
    given(makeEvent({ ...submitted, ...own }), held)
      .when({ type: 'ReleaseNeed', ...n1, reason: reason('seen') })
      .isRefused({ type: 'InOwnFavour' })
    given(makeEvent({ ...submitted, ...own }), makeEvent({ ...merged, ...own, contact: null }))
      .when({ type: 'UnmergeNeed', ...n1, reason: reason('not-the-same') })
      .isRefused({ type: 'InOwnFavour' })
    given(makeEvent({ ...submitted, ...own }))
      .by(dispatcher)
      .when({ type: 'RuleMisrouted', ...n1, to: units.V2, reason: reason('misrouted') })
      .isRefused({ type: 'InOwnFavour' })
  })
})
