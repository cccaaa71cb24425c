export type { CoverageFacts } from "./evidence/coverage-facts.ts";
export { readCoverageFacts } from "./evidence/read-coverage-facts.ts";
export { GATES } from "./registry.ts";
