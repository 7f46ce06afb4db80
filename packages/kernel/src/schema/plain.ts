import type * as t from 'io-ts'

type Primitive = string | number | boolean | null

/** The plain fields of a record. It has a name of its own, so that the compiler's messages say `PlainRecord<SubmitNeed>`. */
export type PlainRecord<T> = { readonly [K in keyof T]: unknown extends T[K] ? T[K] : Plain<T[K]> }

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
        : PlainRecord<T>

/** A union's members as a caller writes them, by type: `PlainByType<OrderCommand>['TakeSeat']`. */
export type PlainByType<C extends { readonly type: string }> = {
  readonly [T in C['type']]: Plain<Extract<C, { readonly type: T }>>
}
