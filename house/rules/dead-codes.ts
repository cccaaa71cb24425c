import type { Module } from "../source/tree.ts";
import { isTest } from "../source/tree.ts";

const CODES_FOLDER = "/errors/codes/";

/** Registered error codes that no source gives: documentation of something that cannot happen. */
export function deadCodes(codes: readonly string[], modules: readonly Module[]): string[] {
  const sources = modules.filter(({ path }) => !isTest(path) && !path.includes(CODES_FOLDER));
  const given = new Set(
    sources.flatMap(({ tokens }) => tokens.filter(({ kind }) => kind === "string").map(({ text }) => text)),
  );
  return codes.filter((code) => !given.has(code));
}
