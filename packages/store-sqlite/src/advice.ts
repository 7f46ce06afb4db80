import type { StoreError } from '@zhiyuan/runtime'

/** What to do about a file that is not as this program left it, for whoever runs it. */
const advice = {
  missingFile: [
    '此处没有数据文件，未作任何改动。请检查路径；如要新建，请写明 create: true。',
    'There is no file here; nothing was changed. Check the path; to make a new one, say create: true.',
  ],
  otherFile: [
    '这不是本程序的数据文件，未作任何改动。请检查路径；如要新建账本，请换一个不存在的文件名。',
    'This is not a file of this program; nothing was changed. Check the path; for a new ledger, name a file that does not exist.',
  ],
  newerFile: [
    '此文件由更新版本的程序写入，未作任何改动。请升级本程序后再打开。',
    'A newer version of this program wrote this file; nothing was changed. Update this program, then open it again.',
  ],
  olderFile: [
    '此文件由首个发布版之前的程序写入，格式不再支持，未作任何改动。请用写入它的那个程序读取，或换一个不存在的文件名新建账本。',
    'A program from before the first release wrote this file, in a format that is not read any more; nothing was changed. Read it with that program, or name a file that does not exist for a new ledger.',
  ],
  damagedFile: [
    '文件已损坏。请停止写入，把它连同 -wal 和 -shm 文件原样复制保存，再从最近的备份恢复，并核对备份之后的事件。',
    'The file is damaged. Stop writing, keep a copy of it with its -wal and -shm files, restore the latest backup, and check the events since.',
  ],
} as const

export type Damage = Exclude<keyof typeof advice, 'missingFile'>

/** The refusal of a file that is not there, or has nothing in it. */
export const missing = (cause: string): StoreError => ({
  type: 'StoreMissing',
  cause,
  advice: advice.missingFile.join(' '),
})

/** The refusal of a file, with what to do about it in Chinese and English. */
export const damaged = (damage: Damage, cause: string): StoreError => ({
  type: 'StoreDamaged',
  cause,
  advice: advice[damage].join(' '),
})
