/** YAML with places, and what is wrong in it: for whoever reads a configuration of their own. */
export type { Trouble } from "./trouble.ts";
export { refuseTroubles, spelled } from "./trouble.ts";
export type { ConfigDocument } from "./yaml-document.ts";
export { readYaml } from "./yaml-document.ts";
