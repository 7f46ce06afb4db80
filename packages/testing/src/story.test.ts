import { describe, expect, it } from 'vitest'
import { setting } from './door.fixture.ts'
import { tellStory, type StoryStep } from './story.ts'

const { actor } = setting.scene
const step = (door: string): StoryStep => ({
  at: '2020-04-20T01:00:00.000Z',
  actor,
  command: {
    type: 'OpenDoor',
    door,
    at: '2020-04-20T01:00:00.000Z',
    colours: ['red'],
    sign: null,
  } as StoryStep['command'],
  events: [{ type: 'DoorOpened' }],
})
const nothing: StoryStep = { ...step('b'), at: '2020-04-20T01:00:30.250Z', events: [] }
const refused: StoryStep = {
  ...step('c'),
  actor: { type: 'process', process: 'timer', cause: 'e.0' },
  events: [],
  refused: { type: 'NoDoor' },
}
const count = (story: string): number => story.split('\n').length

describe('tellStory', () => {
  it('says when, who in which role, what with which ids, and what followed', () => {
    expect(tellStory([step('a'), nothing, refused], {}, 'a door too many')).toMatchInlineSnapshot(`
      "1. at 2020-04-20T01:00Z ada (keeper at house) did OpenDoor (door a); so DoorOpened
      2. at 2020-04-20T01:00:30.250Z ada (keeper at house) did OpenDoor (door b); so nothing followed
      3. at 2020-04-20T01:00Z process timer (after e.0) did OpenDoor (door c); so it was refused: NoDoor
      4. what broke: a door too many"
    `)
  })

  it('says the same in Chinese, with the words that it is given', () => {
    const names = {
      OpenDoor: '开门',
      DoorOpened: '门已开',
      keeper: '门房',
      door: '门',
      timer: '定时',
      NoDoor: '没有门',
    }
    expect(tellStory([step('a'), nothing, refused], { locale: 'zh', names }, '门太多')).toMatchInlineSnapshot(`
      "1. 2020-04-20T01:00Z，ada（门房，house）：开门（门 a），于是门已开
      2. 2020-04-20T01:00:30.250Z，ada（门房，house）：开门（门 b），于是什么也没有发生
      3. 2020-04-20T01:00Z，流程定时（因e.0）：开门（门 c），于是被拒绝：没有门
      4. 不再成立：门太多"
    `)
  })

  it('has at most fifteen lines: the first steps, how many are left out, and the last ones', () => {
    const long = (length: number) => Array.from({ length }, (_, index) => step(`d${index + 1}`))
    expect(count(tellStory(long(15)))).toBe(15)
    expect(count(tellStory(long(14), {}, 'it'))).toBe(15)
    const lines = tellStory(long(30), {}, 'it').split('\n')
    expect(lines).toHaveLength(15)
    expect(lines[4]).toBe('… 17 steps are left out …')
    expect(lines.map((line) => /^\d+/.exec(line)?.[0])).toEqual([
      '1',
      '2',
      '3',
      '4',
      undefined,
      '22',
      '23',
      '24',
      '25',
      '26',
      '27',
      '28',
      '29',
      '30',
      '31',
    ])
    expect(tellStory(long(30), { locale: 'zh' }).split('\n')[4]).toBe('……此处省略 16 步……')
  })
})
