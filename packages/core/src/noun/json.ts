/** A value that JSON can carry; everything that is hashed, signed or stored is one. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

export interface JsonObject {
  readonly [key: string]: Json;
}

/** What a check says it saw or wanted: one printable value. */
export type Scalar = string | number | boolean | null;
