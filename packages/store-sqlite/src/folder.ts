import { closeSync, fsyncSync, openSync } from 'node:fs'
import { dirname } from 'node:path'

const ofTheMedium = ['EIO', 'ENOSPC']

const tells = (why: unknown): boolean => why instanceof Error && 'code' in why && ofTheMedium.includes(String(why.code))

/**
 * Syncs the folder, so that the names of its files are durable: a log without a name is a lost log. SQLite does the same but does
 * not check the result. Where folders cannot be opened or synced at all (Windows, some network disks), the system decides.
 */
export const settleNames = (file: string): void => {
  try {
    const folder = openSync(dirname(file), 'r')
    try {
      fsyncSync(folder)
    } finally {
      closeSync(folder)
    }
  } catch (why) {
    if (tells(why)) throw why
  }
}
