/** The slices in the order of their contexts, and the tables of contents that go by it. */
import { findPlace, listVariants, type Catalogue, type SliceFace } from './catalogue.ts'
import { link } from './markdown.ts'

/** A slice with the heading under which its commands, events or states stand. */
export interface Chapter {
  readonly slice: SliceFace
  readonly heading: string
}

/** A heading for each slice, in the order in which the domain lists them. */
export const listChapters = ({ slices, docs }: Catalogue): ReadonlyArray<Chapter> =>
  slices.map((slice) => {
    const [type = ''] = listVariants(slice.command).map(([name]) => name)
    const place = findPlace(docs.spoken.get(type)?.file ?? '')
    return { slice, heading: place === null ? slice.name : `${place.context}: ${slice.name}` }
  })

/** A table of contents: each heading, and behind it what stands below. */
export const contents = (
  chapters: ReadonlyArray<{ readonly heading: string; readonly entries: ReadonlyArray<string> }>,
): string =>
  chapters
    .map(({ heading, entries }) => {
      const below = entries.map((entry) => link(entry, entry)).join(' · ')
      return `- ${link(heading, heading)}${below === '' ? '' : `: ${below}`}`
    })
    .join('\n')
