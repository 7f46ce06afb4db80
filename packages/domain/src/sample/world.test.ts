import { describe, expect, it } from 'vitest'
import { slices } from '../slices.ts'
import { world } from './world.ts'

describe('the sample world', () => {
  it.each(Object.keys(world))('%s speaks the words of its slice', (stream) => {
    const codec = slices.find(({ name }) => stream.startsWith(`${name}-`))?.event
    for (const event of world[stream as keyof typeof world] ?? [])
      expect(codec?.decode(event)).toMatchObject({ _tag: 'Right' })
  })
})
