/** Who proposes a ruling of two, and whose proposal it was (G8). */
import { describe, it } from 'vitest'
import { stage } from '@zhiyuan/testing'
import type { Typed } from '@zhiyuan/kernel'
import { people, timer, units } from '../../../fixtures/people.ts'
import { scene, world } from '../../../fixtures/world.ts'
import { merged } from '../../people/humans/humans.fixture.ts'
import { proposal } from './index.ts'
import { atTop } from './proposal.fixture.ts'

const { C } = units
const rulingId = 'ClearHold.c.R6.log-0'
const reason = { code: 'seen', text: null }
const propose = { type: 'ProposeRuling', rulingId, reason } as const
const proposed = (by: string, post: string, proposedAt = '2020-04-20T02:00:00.000Z') =>
  ({ type: 'RulingProposed', rulingId, reason, by, post, unitId: C, proposedAt }) as Typed
const taken = (person: string, post: string) => ({ type: 'PostTaken', unitId: C, post, person, office: null }) as Typed
const left = (person: string, post: string) => ({ type: 'PostLeft', unitId: C, post, person }) as Typed
const posts = (...more: ReadonlyArray<Typed>) => ({
  'units-131081': [...(atTop(rulingId)['units-131081'] ?? []), ...more],
})
const now = '2020-04-20T04:00:00.000Z'
const given = (...past: ReadonlyArray<Typed>) =>
  stage(proposal, { ...world, ...posts() }, { ...scene, now, actor: people.assessor })(...past)

describe('who proposes', () => {
  it('G8: the holder of an office; a post that is none proposes nothing', () => {
    given().when(propose).emits({ type: 'RulingProposed', by: 'm', post: 'assessor' })
    for (const role of ['volunteer', 'resident'])
      given()
        .knowing(posts(taken('v', role)))
        .by({ ...people.assessor, person: 'v', role })
        .when(propose)
        .isRefused({ type: 'NotAuthorised', command: 'ProposeRuling' })
  })
  it('G8: only what a refusal can have said', () => {
    for (const made of ['made-up', 'ClearHold', 'ClearHold.', 'TakePost.C.x', 'Clear.c.R6'])
      given()
        .when({ ...propose, rulingId: made })
        .isRefused({ type: 'NotThere', id: made })
  })
  it('G8: once in a post, and again in another one', () => {
    const once = given(proposed('m', 'approver'))
    const asApprover = { ...people.assessor, role: 'approver' } as const
    once.by(asApprover).when(propose).isSilent()
    once
      .by(asApprover)
      .when({ ...propose, reason: { code: 'other', text: null } })
      .isRefused({ type: 'SameIdOtherContent' })
    once.when(propose).emits({ type: 'RulingProposed', by: 'm', post: 'assessor' })
  })
})

describe('whose proposal it was', () => {
  const note = { type: 'NoteRuling', rulingId, decidedBy: 'admin', unitId: C, madeAt: now } as const
  const noted = (...past: ReadonlyArray<Typed>) => given(...past).by(timer)

  it('G8: of several the last one, for one who has a part proposes in vain', () => {
    noted(proposed('s', 'star-authority'), proposed('m', 'assessor'))
      .when(note)
      .emits({ type: 'RulingMade', proposedBy: 'm', decidedBy: 'admin' })
  })
  it('G8: not of who decides, under any registration, nor of who has left the post, nor what came after it', () => {
    const both = [proposed('s', 'star-authority'), proposed('m', 'assessor')]
    noted(...both)
      .when({ ...note, decidedBy: 'm' })
      .emits({ type: 'RulingMade', proposedBy: 's' })
    noted(...both)
      .knowing(merged(['m', 'admin']))
      .when(note)
      .emits({ type: 'RulingMade', proposedBy: 's' })
    noted(...both)
      .knowing(posts(left('m', 'assessor')))
      .when(note)
      .emits({ type: 'RulingMade', proposedBy: 's' })
    noted(proposed('s', 'star-authority'), proposed('m', 'assessor', '2020-04-20T05:00:00.000Z'))
      .when(note)
      .emits({ type: 'RulingMade', proposedBy: 's' })
  })
  it('G8: is told once, and not where no one proposed', () => {
    noted().when(note).isSilent()
    noted(proposed('s', 'star-authority'), {
      ...note,
      type: 'RulingMade',
      proposedBy: 's',
    } as Typed)
      .when(note)
      .isSilent()
  })
})
