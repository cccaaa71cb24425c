export * from "./freezing-server.ts";
export * from "./git.ts";
export * from "./harm.ts";
export * from "./random.ts";
export * from "./read-or-refuse.ts";
export * from "./scratch.ts";
