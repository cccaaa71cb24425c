export { GATES } from "./registry.ts";
