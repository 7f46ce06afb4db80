import type * as t from 'io-ts'

type Primitive = string | number | boolean | null

/** A value as its author writes it: without brands at every depth. A branded text becomes `string`, a branded number `number`; literals and `unknown` stay. */
export type Plain<T> =
  T extends t.Brand<unknown>
    ? T extends string
      ? string
      : number
    : T extends Primitive
      ? T
      : T extends ReadonlyArray<infer Item>
        ? ReadonlyArray<Plain<Item>>
        : { readonly [K in keyof T]: unknown extends T[K] ? T[K] : Plain<T[K]> }

/** A union's members as a caller writes them, by type: `PlainByType<OrderCommand>['TakeSeat']`. */
export type PlainByType<C extends { readonly type: string }> = {
  readonly [T in C['type']]: Plain<Extract<C, { readonly type: T }>>
}
