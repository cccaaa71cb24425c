import type { ErrorLeak } from "@holdpoint/core";

/** What must not be in an error. */
export interface Secrets {
  readonly tokens: readonly string[];
  /** Folders of this machine that the gateway knows of. */
  readonly paths: readonly string[];
}

/** A line of a V8 stack trace, or a module of Node's own. */
const STACK = /(?:^|\n|\\n)\s*at (?:async )?[^\n]{0,200}[:(][^\n]*:\d+:\d+|node:internal\//;

/**
 * Where an error gives something away. The texts themselves are never part of the answer.
 *
 * @param texts by where they stood: `body`, or a header's name
 */
export function leaksIn(texts: Readonly<Record<string, string>>, { tokens, paths }: Secrets): ErrorLeak[] {
  return Object.entries(texts).flatMap(([where, text]) => {
    const leaks: ErrorLeak[] = [];
    if (tokens.some((token) => token !== "" && text.includes(token))) leaks.push({ kind: "token", where });
    if (paths.some((path) => path.length > 1 && text.includes(path))) leaks.push({ kind: "path", where });
    if (STACK.test(text)) leaks.push({ kind: "stack", where });
    return leaks;
  });
}
