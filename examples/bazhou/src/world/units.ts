import { readFileSync } from 'node:fs'
import * as E from 'fp-ts/lib/Either.js'
import { readCsv } from '@zhiyuan/import'

export interface Division {
  readonly code: string
  readonly name: string
  readonly parent: string
  readonly level: 'city' | 'township' | 'village'
}

export const cityCode = '131081'
export const dataFile = (name: string): string => readFileSync(new URL(`../../data/${name}`, import.meta.url), 'utf8')

/** The real unit tree: 1 city, 13 townships, 390 villages and communities. The statistics file calls the city a county. */
export const divisions = (): ReadonlyArray<Division> =>
  E.getOrElse(() => [] as ReadonlyArray<Readonly<Record<string, string>>>)(
    readCsv(dataFile('bazhou_divisions.csv')),
  ).map(({ code = '', name = '', parent_code: parent = '', level }) => ({
    code,
    name,
    parent,
    level: level === 'township' || level === 'village' ? level : 'city',
  }))
