import { DatabaseSync } from 'node:sqlite'
import * as E from 'fp-ts/lib/Either.js'
import type { StoreError } from '@zhiyuan/runtime'
import { StoreFailure } from '@zhiyuan/runtime/store'
import { identify, pragma } from './accept.ts'
import { damaged } from './advice.ts'
import { formats, type Kind } from './format.ts'
import { retryPatiently } from './patience.ts'
import { namePlace, strangePlace } from './place.ts'
import { classifyError } from './store-failure.ts'

/** A file of ours, opened only for reading. */
export interface Looked {
  readonly db: DatabaseSync
  readonly kind: Kind
}

const beginRead = (db: DatabaseSync): Looked => {
  if (!db.isTransaction) db.exec('BEGIN')
  const id = pragma(db, 'application_id')
  const kind = (Object.keys(formats) as ReadonlyArray<Kind>).find((name) => formats[name].applicationId === id)
  if (kind === undefined) throw new StoreFailure(damaged('otherFile', 'another application_id'))
  identify(db, formats[kind])
  return { db, kind }
}

/** Runs work that sees one state of the file from beginning to end, while other processes go on writing. The file is not changed. */
export const readInOneState = async <A>(
  { file, patienceMs = 5000 }: { readonly file: string; readonly patienceMs?: number | undefined },
  work: (looked: Looked) => Promise<A>,
): Promise<E.Either<StoreError, A>> => {
  const strange = strangePlace(file)
  if (strange !== null) return E.left(namePlace(file, strange))
  const patient = retryPatiently(patienceMs)
  const opened = await patient(() => new DatabaseSync(file, { readOnly: true, timeout: 0 }))
  if (E.isLeft(opened)) return E.left(namePlace(file, opened.left))
  try {
    const looked = await patient(() => beginRead(opened.right))
    return E.isLeft(looked) ? E.left(namePlace(file, looked.left)) : E.right(await work(looked.right))
  } catch (why) {
    const error = classifyError(why)
    // Another failure may concern the path that the work writes to, so the file is not named.
    return E.left(error.type === 'StoreDamaged' ? namePlace(file, error) : error)
  } finally {
    opened.right.close()
  }
}
