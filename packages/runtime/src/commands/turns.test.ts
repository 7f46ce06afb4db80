import { expect, it } from 'vitest'
import { turns } from './turns.ts'

const later = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

it('tasks of one key run in the order they came, those of another do not wait', async () => {
  const inTurn = turns()
  const ended: string[] = []
  const task = (name: string, ms: number) => async () => {
    await later(ms)
    ended.push(name)
  }
  await Promise.all([inTurn('a', task('a1', 15)), inTurn('a', task('a2', 0)), inTurn('b', task('b1', 0))])
  expect(ended).toEqual(['b1', 'a1', 'a2'])
})

it('a task that fails lets the next one go', async () => {
  const inTurn = turns()
  const failed = inTurn('a', () => Promise.reject(new Error('no')))
  await expect(failed).rejects.toThrow('no')
  expect(await inTurn('a', () => Promise.resolve(1))).toBe(1)
})
