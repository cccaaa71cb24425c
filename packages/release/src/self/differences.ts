import type { Json } from "@holdpoint/core";

const DIFFERENCES_MAX = 20;

/** JSON pointers (RFC 6901) of the first places where two values differ; empty when they are the same. */
export function differences(a: Json, b: Json): string[] {
  const found: string[] = [];
  walk(a, b, "", found);
  return found;
}

function walk(a: Json | undefined, b: Json | undefined, pointer: string, found: string[]): void {
  if (found.length >= DIFFERENCES_MAX || Object.is(a, b)) return;
  if (!isBranch(a) || !isBranch(b) || Array.isArray(a) !== Array.isArray(b)) {
    found.push(pointer === "" ? "/" : pointer);
    return;
  }
  const left = a as { readonly [key: string]: Json };
  const right = b as { readonly [key: string]: Json };
  for (const key of new Set([...Object.keys(left), ...Object.keys(right)])) {
    const step = key.replaceAll("~", "~0").replaceAll("/", "~1");
    walk(left[key], right[key], `${pointer}/${step}`, found);
  }
}

function isBranch(value: Json | undefined): boolean {
  return typeof value === "object" && value !== null;
}
