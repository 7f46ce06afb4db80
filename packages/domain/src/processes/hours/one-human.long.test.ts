import { it } from 'vitest'
import { checkHistories } from './one-human.law.arbitrary.ts'

it(
  'H5, G2: in many histories figures count no minute twice, and at rest no hold is missing',
  { timeout: 1_200_000 },
  () => {
    checkHistories(10_000)
  },
)
