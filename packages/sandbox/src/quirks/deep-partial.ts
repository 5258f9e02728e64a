/** The same shape with everything optional, two levels deep. */
export type DeepPartial<T> = {
  readonly [K in keyof T]?: T[K] extends object ? { readonly [L in keyof T[K]]?: T[K][L] } : T[K];
};
