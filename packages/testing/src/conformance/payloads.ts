const parseJson = (text: string): unknown => JSON.parse(text)

/** JSON that stores are known to stumble over. */
export const strangePayloads: Readonly<Record<string, unknown>> = {
  'no key': {},
  'keys of every object': parseJson(
    '{"__proto__":{"polluted":true},"constructor":1,"toString":null,"hasOwnProperty":[]}',
  ),
  'empty and blank texts': ['', ' ', '\t', '\n', '\r\n'],
  'control characters and NUL': Array.from({ length: 32 }, (_, code) => `a${String.fromCodePoint(code)}b`).join(''),
  'line separators and a byte-order mark': '\u2028\u2029\ufeff',
  'the last code point, and one beside each border': '\u{10ffff}\u{10000}\uffff\ufffd\ue000\ud7ff',
  'Chinese, combining and right-to-left text': '志愿服务·霸州市 e\u0301 \u200fעברית',
  'what looks like SQL or JSON': `'; DROP TABLE events; -- "\\" $1 ? :a @b {"a":1}`,
  'keys that are numbers, and keys before and behind them': parseJson('{"!":0,"10":1,"9":2,"a":3,"\u20ac":4}'),
  'the borders of whole numbers': [0, -1, 9007199254740991, -9007199254740991],
  'every kind of nothing': [null, false, [], {}, [[]], [null]],
  'a hundred levels': Array.from({ length: 100 }).reduce((inner: unknown) => ({ inner }), 1),
}

/** A seal of a whole county is about this size. */
export const largePayload = {
  cells: Array.from({ length: 8000 }, (_, unit) => ({ unit: `单位-${unit}`, minutes: unit })),
}
