import { describe, expect, it } from 'vitest'
import type { LocalDay } from '@zhiyuan/kernel'
import { findAgeBand } from './index.ts'

const band = (bornOn: string, today: string) => findAgeBand(bornOn as LocalDay, today as LocalDay)

describe('the age band of a date of birth', () => {
  it('A6: changes on the birthday', () => {
    expect([band('2006-04-21', '2020-04-20'), band('2006-04-20', '2020-04-20')]).toEqual(['under-14', '14-to-17'])
    expect([band('2002-04-21', '2020-04-20'), band('2002-04-20', '2020-04-20')]).toEqual(['14-to-17', 'adult'])
    expect([band('2004-02-29', '2022-02-28'), band('2004-02-29', '2022-03-01')]).toEqual(['14-to-17', 'adult'])
  })
})
