import { describe, expect, it } from 'vitest'
import { comparePages, keptPage, printPage, publishedPackages } from './page.ts'

const toAccept = 'To accept this, run `npm run exports` and commit the lists.'

describe('what a published package exports', () => {
  it.each(publishedPackages())('is what exports.txt of $name lists', (one) => {
    const difference = comparePages(keptPage(one), printPage(one))
    if (difference.length > 0) expect.fail([...difference, toAccept].join('\n'))
  })

  it.each(publishedPackages())('is published under the same subpaths: $name', ({ exports, publishConfig }) => {
    const built = (file: string) => file.replace(/^\.\/src\/(.*)\.ts$/, './dist/$1')
    const published = Object.entries(exports).map(([subpath, file]) => [
      subpath,
      { types: `${built(file)}.d.ts`, default: `${built(file)}.js` },
    ])
    expect(publishConfig.exports).toEqual(Object.fromEntries(published))
  })
})

describe('the list of exports', () => {
  const kept = 'a\n  one\n  type Two\n\na/b\n  three\n'

  it('differs by each name that is new, gone, moved, or of another kind', () => {
    expect(comparePages(kept, kept)).toEqual([])
    expect(comparePages(kept, kept.replace('  one\n', '').replace('three', 'four'))).toEqual([
      '- a: one',
      '- a/b: three',
      '+ a/b: four',
    ])
    expect(comparePages(kept, kept.replace('type Two', 'Two'))).toEqual(['- a: type Two', '+ a: Two'])
    expect(comparePages(kept, 'a\n  type Two\n\na/b\n  one\n  three\n')).toEqual(['- a: one', '+ a/b: one'])
  })

  it('differs by its layout too', () => {
    expect(comparePages(kept, `${kept}\n`)).toHaveLength(1)
  })
})
