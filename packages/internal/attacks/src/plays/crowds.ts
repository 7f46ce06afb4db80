/** A crowd that is entered by hand for one evening on which none of them was there. */
import type { Attack, Stage } from '../attack.ts'
import { interval, listNames } from '../county.ts'
import { backfill, publish, shift, verify } from './words.ts'

const evening = interval('04-24 01:00', '04-24 04:00')
const crowd = 30

/** One session that the village announced, and a crowd that is entered after it; the village verifies. */
const enterCrowd =
  (by: (n: number) => string, minutesApart: number, moved: (n: number) => number) =>
  async ({ at, does, tries, clears }: Stage): Promise<void> => {
    await at('04-20 01:00')
    await does('k1', publish('S', evening))
    await at('04-27 01:00')
    for (const [n, person] of listNames(crowd).entries()) {
      if (minutesApart > 0)
        await at(
          shift(interval('04-27 01:00', '04-27 01:00'), n * minutesApart)
            .start.slice(5, 16)
            .replace('T', ' '),
        )
      await does(by(n), backfill(person, 'R1', 'S', shift(evening, moved(n))))
    }
    await at('04-29 01:00')
    for (const person of listNames(crowd)) await clears('q1', person, 'R1')
    for (const person of listNames(crowd)) await tries('q1', verify(person, 'R1'))
  }
/** These sessions of one day, and so many people in each; verified after the second look. */
const enterPlaces =
  (places: number, each: number) =>
  async ({ at, does, tries, clears }: Stage): Promise<void> => {
    const people = listNames(places * each)
    await at('04-20 01:00')
    for (let place = 0; place < places; place += 1) await does('k1', publish(`S${place}`, evening))
    await at('04-27 01:00')
    for (const [n, person] of people.entries())
      await does('k1', backfill(person, 'R1', `S${Math.floor(n / each)}`, evening))
    await at('04-29 01:00')
    for (const [n, person] of people.entries()) {
      // A pace that no one notes.
      if (n % 20 === 0) await at(`04-29 ${String(2 + n / 20).padStart(2, '0')}:00`)
      await clears('q1', person, 'R1')
      await tries('q1', verify(person, 'R1'))
    }
  }
const insiders = { people: crowd, colluders: ['k1', 'k3', 'q1'], gain: listNames(crowd) }
const byTwo = (n: number): string => (n % 2 === 0 ? 'k1' : 'k3')

export const crowds: ReadonlyArray<Attack> = [
  {
    id: 'crowd-one-recorder',
    source: 'second-story a0',
    name: { zh: '一名录入员为三十名未到者补录一晚', en: 'one recorder enters thirty people of one evening' },
    ...insiders,
    play: enterCrowd(
      () => 'k1',
      0,
      () => 0,
    ),
  },
  {
    id: 'crowd-many-recorders',
    source: 'second-story a1',
    name: { zh: '多名录入员分头补录同一晚', en: 'several recorders share the crowd of one evening' },
    ...insiders,
    play: enterCrowd(byTwo, 0, () => 0),
  },
  {
    id: 'crowd-eleven-minutes',
    source: 'second-story a2; report 10',
    name: { zh: '每十一分钟补录一人', en: 'one entry every eleven minutes' },
    ...insiders,
    play: enterCrowd(
      () => 'k1',
      11,
      () => 0,
    ),
  },
  {
    id: 'crowd-moved',
    source: 'second-story a3, a4; F6 j',
    name: { zh: '每人时段错开一分钟', en: 'each interval is moved by a minute' },
    ...insiders,
    play: enterCrowd(
      () => 'k1',
      0,
      (n) => n % 25,
    ),
  },
  {
    id: 'many-places-one-day',
    source: 'second-story 3',
    name: { zh: '六处活动各十人，同日六十人', en: 'ten people in each of six sessions of one day' },
    ...{ people: 60, colluders: ['k1', 'q1'], gain: listNames(60) },
    play: enterPlaces(6, 10),
  },
  {
    id: 'just-below-the-limits',
    source: 'own (H12)',
    name: {
      zh: '三处活动各十九人，恰在各项限度之下',
      en: 'nineteen people in each of three sessions, just below every limit',
    },
    ...{ people: 57, colluders: ['k1', 'q1'], gain: listNames(57) },
    play: enterPlaces(3, 19),
  },
]
