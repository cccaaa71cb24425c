export * from "./git.ts";
export * from "./random.ts";
export * from "./scratch.ts";
