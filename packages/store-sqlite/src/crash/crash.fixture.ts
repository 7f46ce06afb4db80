import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { seededChance } from '@zhiyuan/testing/history'
import { chooseKeeping, buildImage, type Image } from './images.fixture.ts'
import { look } from './look.fixture.ts'
import type { Op } from './trace.fixture.ts'

/** The result of opening many images. */
export interface Losses {
  readonly images: number
  /** How many of them have different bytes. */
  readonly different: number
  /** How many images lack something that was acknowledged. */
  readonly losing: number
  /** What was partial or not as it was written, with the image that shows it. */
  readonly wrong: ReadonlyArray<string>
  readonly lost: ReadonlyArray<string>
}

const digestImage = ({ files }: Image): string => {
  const hash = createHash('sha256')
  for (const [name, bytes] of files) hash.update(name).update(bytes)
  return hash.digest('hex')
}

/** Images lie in memory where that is possible, as opening them needs no disk. */
const home = existsSync('/dev/shm') ? '/dev/shm' : tmpdir()

/** Writes the files of an image into a folder that exists until `then` has ended. */
export const layOut = async <A>({ files }: Image, then: (folder: string) => Promise<A>): Promise<A> => {
  const folder = mkdtempSync(join(home, 'zhiyuan-image-'))
  try {
    for (const [name, bytes] of files) writeFileSync(join(folder, name), bytes)
    return await then(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

export const printLosses = ({ images, different, losing, wrong }: Losses): string =>
  `${images} images, ${different} different, ${losing} with losses, ${wrong.length} wrong`

/** Simulates so many power failures, each at a random place of a trace. */
export const crash = async (ops: ReadonlyArray<Op>, images: number, seed: number): Promise<Losses> => {
  const chance = seededChance(seed)
  const digests = new Set<string>()
  const wrong: string[] = []
  const lost: string[] = []
  let losing = 0
  for (let number = 0; number < images; number++) {
    const count = 1 + chance(ops.length)
    const image = buildImage(ops, count, chooseKeeping(chance))
    digests.add(digestImage(image))
    const seen = await layOut(image, (folder) => look(folder, image.said))
    const where = `image ${number} of seed ${seed}, after ${count} operations`
    wrong.push(...seen.wrong.map((what) => `${where}: ${what}`))
    lost.push(...seen.lost.map((what) => `${where}: ${what}`))
    if (seen.lost.length > 0) losing++
  }
  return { images, different: digests.size, losing, wrong, lost }
}
