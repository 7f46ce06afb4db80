/** Whose word a confirmed presence is: an office's, or that of the household (A9, N15). */
import { describe, it } from 'vitest'
import { stage } from '@zhiyuan/testing'
import { timer, units } from '../../../fixtures/people.ts'
import { scene, world } from '../../../fixtures/world.ts'
import { confirmed, counting, pasts, ref } from '../../attendance/assignment/assignment.fixture.ts'
import { merged } from '../../people/humans/humans.fixture.ts'
import { submitted } from '../../requests/need/need.fixture.ts'
import { watch } from './index.ts'

const { V1 } = units
const of = { type: 'presence', occasion: ref.occasion } as const
const given = stage(watch, { ...world, ...counting }, { ...scene, actor: timer })

interface Confirming {
  readonly confirmer: string
  readonly as: 'proxy' | 'contact'
  readonly clerkAt?: string
}
/** What is told of someone who confirmed the presence of a, where h1 submitted the need as a proxy of that kind. */
const noting = ({ clerkAt, ...by }: Confirming, kind: string, contact = 'f1') =>
  given()
    .knowing({
      'assignment-o.O1.1.a': [...pasts.CheckOutMissing, { ...confirmed, ...by, clerkAt: clerkAt ?? null }] as never[],
      'need-N1': [{ ...submitted, contact, proxy: { person: 'h1', kind } }] as never[],
      ...merged(['h1', 'h9']),
    })
    .when({ type: 'NoteVouching', unitId: V1, person: by.confirmer, volunteer: ref.volunteer, of, minutes: 120 })

describe('a presence that the requester’s side confirmed', () => {
  it('A9, N15: is told where it is a proxy of the office, also one that is the contact, under any registration', () => {
    for (const kind of ['grid-worker', 'information-officer', 'volunteer-visitor', 'station-clerk'])
      for (const confirmer of ['h1', 'h9'])
        noting({ confirmer, as: 'proxy' }, kind).emits({ type: 'OfficeVouched', unitId: V1, person: confirmer, of })
    noting({ confirmer: 'h1', as: 'contact' }, 'grid-worker', 'h1').emits({ type: 'OfficeVouched', person: 'h1' })
  })
  it('A9, N15: is not told where it is family or a contact who is no office', () => {
    noting({ confirmer: 'h1', as: 'proxy' }, 'family').isSilent()
    noting({ confirmer: 'h1', as: 'contact' }, 'family', 'h1').isSilent()
    noting({ confirmer: 'f1', as: 'contact' }, 'grid-worker').isSilent()
  })
  it('A9: is told of a clerk in every capacity', () => {
    noting({ confirmer: 'h1', as: 'proxy', clerkAt: V1 }, 'family').emits({ type: 'OfficeVouched', person: 'h1' })
    noting({ confirmer: 'f1', as: 'contact', clerkAt: V1 }, 'grid-worker').emits({
      type: 'OfficeVouched',
      person: 'f1',
    })
  })
})
