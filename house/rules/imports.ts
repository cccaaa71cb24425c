import { isBuiltin } from "node:module";
import { posix } from "node:path";
import type { Import } from "../source/imports.ts";
import type { Module } from "../source/tree.ts";
import { isTest, isTestHelp, roomOf } from "../source/tree.ts";
import { CORE_BUILTINS, MAY_IMPORT, PURE_BUILTINS, TESTKIT } from "./table.ts";
import type { Violation } from "./violation.ts";

/** What the import table says against the imports of one module; modules outside packages are free but for testkit. */
export function importViolations(module: Module): Violation[] {
  return module.imports.flatMap((each) => {
    const text =
      climbs(module, each) ?? testHelp(module, each) ?? wrongRoom(module, each) ?? wrongBuiltin(module, each);
    return text === null ? [] : [{ rule: "imports", path: module.path, line: each.line, text }];
  });
}

function climbs({ path }: Module, { from }: Import): string | null {
  if (!from.startsWith(".")) return null;
  const room = roomOf(path);
  const target = posix.join(posix.dirname(path), from);
  if (room === null) {
    return target.startsWith("packages/") ? `${from} reaches into a package: import it by its name` : null;
  }
  return target.startsWith(`packages/${room}/`) ? null : `${from} climbs out of its package`;
}

function testHelp({ path }: Module, { from }: Import): string | null {
  return from.startsWith(".") && isTestHelp(from) && !isTest(path) ? `only tests import ${from}` : null;
}

function wrongRoom({ path }: Module, { from }: Import): string | null {
  const target = packageRoom(from);
  if (target === null) return null;
  if (from.split("/").length > (from.startsWith("@") ? 2 : 1) && /\/src\//.test(from))
    return `${from} goes past exports`;
  if (target === TESTKIT) return mayUseTestkit(path) ? null : "only tests and benches import testkit";
  const room = roomOf(path);
  if (target === "holdpoint") return room === null ? null : "nothing imports holdpoint";
  if (room === null || room === target || isTest(path)) return null;
  const allowed = MAY_IMPORT[room];
  if (allowed === undefined) return `room '${room}' is not in the import table`;
  return allowed.includes(target) ? null : `${room} may import ${allowed.join(", ") || "no room"}, not ${target}`;
}

function wrongBuiltin({ path }: Module, { from }: Import): string | null {
  const room = roomOf(path);
  if (room === null || room === TESTKIT || isTest(path) || !isBuiltin(from)) return null;
  if (!from.startsWith("node:")) return `${from}: write node:${from}`;
  const name = from.slice("node:".length);
  if (room === "core") return CORE_BUILTINS.has(name) ? null : `core has no I/O: ${from} is not node:crypto`;
  if (PURE_BUILTINS.has(name) || /^packages\/[^/]+\/(?:src\/(?:.*\/)?io\/|bin\/)/.test(path)) return null;
  return `${from} does I/O: it belongs into an io folder of ${room}`;
}

/** A bench is never shipped, and some of what it measures is what a test shows. */
function mayUseTestkit(path: string): boolean {
  return isTest(path) || path.startsWith("bench/") || path.startsWith("house/") || roomOf(path) === TESTKIT;
}

/** Room that a package name stands for; null for foreign packages. */
export function packageRoom(name: string): string | null {
  const scoped = /^@holdpoint\/([^/]+)/.exec(name)?.[1];
  return scoped ?? (/^holdpoint(?:\/|$)/.test(name) ? "holdpoint" : null);
}
