import type { StoreError } from '@zhiyuan/runtime'

/** What to do about a file that is not as this program left it, for whoever runs it. */
const advice = {
  otherFile: [
    '这不是本程序的数据文件，未作任何改动。请检查路径；如要新建账本，请换一个不存在的文件名。',
    'This is not a file of this program; nothing was changed. Check the path; for a new ledger, name a file that does not exist.',
  ],
  newerFile: [
    '此文件由更新版本的程序写入，未作任何改动。请升级本程序后再打开。',
    'A newer version of this program wrote this file; nothing was changed. Update this program, then open it again.',
  ],
  damagedFile: [
    '文件已损坏。请停止写入，把它连同 -wal 和 -shm 文件原样复制保存，再从最近的备份恢复，并核对备份之后的事件。',
    'The file is damaged. Stop writing, keep a copy of it with its -wal and -shm files, restore the latest backup, and check the events since.',
  ],
} as const

export type Damage = keyof typeof advice

/** The refusal of a file, with what to do about it in Chinese and English. */
export const damaged = (damage: Damage, cause: string): StoreError => ({
  type: 'StoreDamaged',
  cause,
  advice: advice[damage].join(' '),
})
