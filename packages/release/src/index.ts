export type * from "./options.ts";
export type * from "./result.ts";
