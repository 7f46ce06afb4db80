import { describe, expect, it } from 'vitest'
import { organisation } from '../slices/organisation/units/index.ts'
import { policy } from '../policy.ts'
import { roster } from '../slices/organisation/roster/index.ts'
import { team } from '../slices/organisation/team/index.ts'
import { volunteer } from '../slices/people/volunteer/index.ts'
import { world } from './world.ts'

const codecs = {
  units: organisation.event,
  policy: policy.event,
  roster: roster.event,
  team: team.event,
  volunteer: volunteer.event,
}

describe('the sample world', () => {
  it.each(Object.keys(world))('%s speaks the words of its slice', (stream) => {
    const codec = codecs[stream.slice(0, stream.indexOf('-')) as keyof typeof codecs]
    for (const event of world[stream as keyof typeof world] ?? [])
      expect(codec.decode(event)).toMatchObject({ _tag: 'Right' })
  })
})
