import type { LoadBody } from "@holdpoint/core";
import type { Cursor } from "../cursor.ts";

type Check = LoadBody["checks"][number];

const GROUPS_DEPTH_MAX = 32;

/** Checks of a group and those within it, by their paths; lists in one form of the summary, members in the other. */
export function checksOf(group: Cursor, depth = 0): Check[] {
  if (!group.isThere) return [];
  if (depth > GROUPS_DEPTH_MAX) group.fail(`groups are nested deeper than ${GROUPS_DEPTH_MAX}`);
  const own = membersOf(group.at("checks")).map((check) => ({
    check: (check.at("path").textOrNull() ?? check.at("name").text()).replace(/^::/, ""),
    passed: check.at("passes").count(),
    failed: check.at("fails").count(),
  }));
  return [...own, ...membersOf(group.at("groups")).flatMap((one) => checksOf(one, depth + 1))];
}

function membersOf(held: Cursor): readonly Cursor[] {
  if (!held.isThere) return [];
  return held.isObject ? held.entries().map(([, value]) => value) : held.items();
}
