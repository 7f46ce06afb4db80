/** Fails where a slice, process or view is written and not wired. One that is wired and missing from `ledger.ts` does not compile. */
import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { AnyCodec } from '@zhiyuan/kernel'
import { processes, slices, views } from './slices.ts'

const listTypes = ({ shape }: AnyCodec): ReadonlyArray<string> =>
  shape.kind === 'variants' ? Object.keys(shape.members) : []

/** All exports of the files below a folder. */
const exportsBelow = async (folder: string, isRead: (file: string) => boolean): Promise<ReadonlyArray<unknown>> => {
  const here = new URL(`${folder}/`, import.meta.url)
  const files = readdirSync(here, { recursive: true, encoding: 'utf8' }).filter(
    (file) => isRead(file) && !/\.(?:test|fixture|arbitrary)\.ts$/.test(file),
  )
  const modules = await Promise.all(
    files.map((file) => import(/* @vite-ignore */ new URL(file, here).href) as Promise<object>),
  )
  return [...new Set(modules.flatMap((module): ReadonlyArray<unknown> => Object.values(module)))]
}
const has = (value: unknown, ...keys: ReadonlyArray<string>): value is { readonly name: string } =>
  typeof value === 'object' && value !== null && keys.every((key) => key in value)
const names = (values: ReadonlyArray<{ readonly name: string }>): ReadonlyArray<string> =>
  values.map(({ name }) => name).sort()

describe('the wiring', () => {
  it('has every slice that a folder of slices exports', async () => {
    const written = await exportsBelow('.', (file) => /^(?:policy|slices\/.*\/index)\.ts$/.test(file))
    expect(names(slices)).toEqual(names(written.filter((one) => has(one, 'name', 'command', 'event', 'decider'))))
  })

  it('has every process and every view that a file exports', async () => {
    const isFold = (one: unknown) => has(one, 'name', 'version', 'evolve', 'keys')
    const written = (await exportsBelow('.', (file) => /^(?:processes|views)\/.*\.ts$/.test(file))).filter(isFold)
    expect(names([...processes, ...views])).toEqual(names(written as ReadonlyArray<{ readonly name: string }>))
  })

  it('has one name for each slice', () => {
    expect(new Set(names(slices)).size).toBe(slices.length)
  })
})

/** The content of these covers every section, so that only the wired policy has their codecs. */
const ofAllSections = ['PolicyAdopted', 'AdoptPolicy']

/** All exports of the package, under all its subpaths. */
const exportedNames = async (): Promise<Readonly<Record<string, unknown>>> => {
  const here = new URL('exports/', import.meta.url)
  const files = readdirSync(here).map((file) => new URL(file, here).href)
  const modules = await Promise.all(
    [new URL('index.ts', import.meta.url).href, ...files].map(
      (file) => import(/* @vite-ignore */ file) as Promise<object>,
    ),
  )
  return Object.assign({}, ...modules) as Readonly<Record<string, unknown>>
}

describe('the package', () => {
  it.each(slices)('exports the slice $name, and each of its events and commands under its own name', async (slice) => {
    const exported = await exportedNames()
    expect(Object.values(exported)).toContain(slice)
    const types = [...listTypes(slice.event), ...listTypes(slice.command)]
    expect(types.filter((type) => exported[type] === undefined && !ofAllSections.includes(type))).toEqual([])
  })
})
