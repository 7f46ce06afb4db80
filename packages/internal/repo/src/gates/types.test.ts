import { expect, it } from 'vitest'
import { judgeDeclared, mostDeclared } from './types.ts'

it('the declarations of the domain may have so many bytes, and not one more', () => {
  expect(judgeDeclared(mostDeclared)).toEqual([])
  expect(judgeDeclared(mostDeclared + 1)).toEqual(["the domain's declarations have 1000001 bytes, more than 1000000"])
  expect(judgeDeclared(101, 100, 'county')).toEqual(["the county's declarations have 101 bytes, more than 100"])
})
