export type * from "./drill.ts";
export { drillOf } from "./drill.ts";
