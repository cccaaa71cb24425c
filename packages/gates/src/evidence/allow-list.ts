import type { Problem } from "../conclude.ts";
import { listed } from "../text.ts";

/** Warns of entries of an allow list that allow nothing any more: they would let the next offender through unseen. */
export function deadEntries(list: readonly string[], used: ReadonlySet<string>, what: string): Problem[] {
  const dead = list.filter((entry) => !used.has(entry));
  if (dead.length === 0) return [];
  return [
    {
      outcome: "warn",
      code: "entry-unused",
      text: `unused in \`${what}\`: ${listed(dead)}`,
      observed: dead.length,
      threshold: 0,
      flip: `would pass without ${listed(dead)} in \`${what}\``,
    },
  ];
}
