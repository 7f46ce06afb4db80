/** A program, not a pattern, recognises instants and days. The lock pins it by the samples that it accepts. */
import type { AnyCodec } from '@zhiyuan/kernel'

const twoDigits = (from: number, to: number): ReadonlyArray<string> =>
  Array.from({ length: to - from + 1 }, (_, index) => String(from + index).padStart(2, '0'))

/** Every text that differs from this one at one place: another character, one more, or one fewer. */
const spoil = (text: string): ReadonlyArray<string> =>
  Array.from({ length: text.length + 1 }, (_, at) => {
    const before = text.slice(0, at)
    const after = text.slice(at + 1)
    const others = ['0', '1', '9', ' ', '-', '+', '.', ',', ':', '/', 'T', 't', 'Z', 'z', '٣', '\n']
    return [
      `${before}${after}`,
      ...others.flatMap((other) => [`${before}${other}${after}`, `${before}${other}${text.slice(at)}`]),
    ]
  }).flat()

const years = ['0000', '1582', '1899', '1900', '1904', '1999', '2000', '2019', '2020', '2100', '2199', '2200', '9999']
const days = years.flatMap((year) =>
  twoDigits(0, 13).flatMap((month) => twoDigits(0, 32).map((day) => `${year}-${month}-${day}`)),
)
const times = [
  ...twoDigits(0, 25).map((hour) => `${hour}:00:00.000`),
  ...twoDigits(0, 61).flatMap((sixty) => [`23:${sixty}:00.000`, `23:59:${sixty}.000`]),
  ...['000', '001', '099', '100', '500', '999'].map((fraction) => `23:59:59.${fraction}`),
]
const zones = ['', 'Z', 'z', '+00:00', '-00:00', '+08:00']

const aDay = '2020-04-20'
const anInstant = `${aDay}T01:00:00.000Z`
const samples: ReadonlyArray<unknown> = [
  0,
  -1,
  1_587_344_400_000,
  null,
  true,
  [],
  [aDay],
  {},
  new Date(0),
  ...days,
  ...spoil(aDay),
  ...days.map((day) => `${day}T00:00:00.000Z`),
  ...times.flatMap((time) => zones.map((zone) => `${aDay}T${time}${zone}`)),
  ...spoil(anInstant),
]

/** The samples that a codec accepts; a repeated sample comes twice. */
export const listAccepted = (codec: AnyCodec): ReadonlyArray<string> => samples.filter(codec.is).map(String)
