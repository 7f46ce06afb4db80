import { describe, expect, it } from 'vitest'
import { organisation } from '../organisation/index.ts'
import { policy } from '../policy/index.ts'
import { roster } from '../roster/index.ts'
import { team } from '../team/index.ts'
import { volunteer } from '../volunteer/index.ts'
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
