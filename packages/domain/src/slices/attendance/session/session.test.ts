import { describe, it } from 'vitest'
import { evolveIsTotal, repeatsSayNothingNew, stage, survivesStorage } from '@zhiyuan/testing'
import { people, units } from '../../../fixtures/people.ts'
import { scene, world } from '../../../fixtures/world.ts'
import { session } from './index.ts'
import { announced, cancelled, published, rained } from './session.fixture.ts'

const setting = { ...scene, actor: people.clerkV1 }
const given = stage(session, world, setting)
const publish = { type: 'PublishSession', ...announced } as const
const cancel = { type: 'CancelSession', sessionId: 'S1', reason: rained } as const
const { start } = announced.planned

describe('a session', () => {
  it('O12: is published by a clerk of its host or above, and says when it was', () => {
    given().when(publish).emits(published)
    given()
      .by({ ...people.clerkV1, unit: units.T1 })
      .when(publish)
      .emits(published)
    given().by(people.clerkV2).when(publish).isRefused({ type: 'OutsideJurisdiction' })
    given().by(people.recorderV1).when(publish).isRefused({ type: 'NotAuthorised' })
  })

  it('O12: is hosted by an open unit', () => {
    given()
      .when({ ...publish, host: 'V9' })
      .isRefused({ type: 'UnknownUnit', unit: 'V9' })
  })

  it('H2a: is published before it begins; a millisecond before is early enough, the start itself is not', () => {
    given()
      .at('2020-04-29T00:59:59.999Z')
      .when(publish)
      .emits({ ...published, publishedAt: '2020-04-29T00:59:59.999Z' })
    given().at(start).when(publish).isRefused({ type: 'SessionNotAhead' })
    given()
      .when({ ...publish, planned: { start, end: start } })
      .isRefused({ type: 'SessionNotAhead' })
  })

  it('C05: is about one of the specialties that exist, as a team is founded for', () => {
    given()
      .when({ ...publish, content: 'hygeine' })
      .isRefused({ type: 'UnknownSpecialty', specialty: 'hygeine' })
    given()
      .when({ ...publish, content: 'hygiene-environment' })
      .emits({ type: 'SessionPublished', content: 'hygiene-environment' })
  })

  it('H13: is no longer than a plan may be', () => {
    given()
      .when({ ...publish, planned: { start, end: '2020-05-29T03:00:00.000Z' } })
      .isRefused({ type: 'SessionTooLong' })
  })

  it('is published once: the same again says nothing, other content is refused', () => {
    given(published).when(publish).isSilent()
    given(published)
      .when({ ...publish, seats: 41 })
      .isRefused({ type: 'SameIdOtherContent', id: 'S1' })
  })

  it('H2a: is called off by its host before it begins, not once it has begun', () => {
    given(published).when(cancel).emits(cancelled)
    given(published).at(start).when(cancel).isRefused({ type: 'SessionHasBegun', plannedStart: start })
    given(published).by(people.clerkV2).when(cancel).isRefused({ type: 'OutsideJurisdiction' })
    given(published, cancelled).when(cancel).isSilent()
  })
})

describe('laws of a session', () => {
  it('events survive storage', () => {
    survivesStorage(session)
  })
  it('evolve is total', () => {
    evolveIsTotal(session, [[published, cancelled]], { SessionId: ['S1'] })
  })
  it('repeats say nothing new', () => {
    repeatsSayNothingNew(session, { world, scene: setting }, [{ command: publish }, { command: cancel }])
  })
})
