import { join } from "node:path";
import type { FailClosedRule } from "@holdpoint/core";
import { canBoundFiles } from "../error-taxonomy/provoke-full.ts";
import { startFullGateway } from "../error-taxonomy/full-gateway.ts";
import { answered } from "../error-taxonomy/room.ts";
import { linesIn } from "../io/key-folder.ts";
import type { Bench } from "./bench.ts";
import type { RuleOutline } from "./rule-of.ts";
import { skippedRule } from "./rule-of.ts";

const OUTLINE: RuleOutline = {
  id: "audit-failure",
  component: "ledger",
  rows: [3],
  attempted: "an action is submitted when nothing can be recorded any more, because no file may grow",
  expected: "HP-GATEWAY-STORAGE-FULL",
};

/** A gateway of its own whose files may not grow; the effect is a line in a file that is far from its bound. */
export async function tryFull(bench: Bench, command: readonly string[]): Promise<FailClosedRule> {
  if (!(await canBoundFiles(bench.room.context))) return skippedRule(OUTLINE, "this machine cannot bound files");
  const dataFolder = join(bench.room.folder.path, "full");
  const full = await startFullGateway(bench.room.context, command, dataFolder);
  try {
    const lines = (): number => linesIn(join(dataFolder, "append.jsonl"));
    const append = async (): Promise<string | null> => {
      const body = { adapter: "append", operation: "append", arguments: { text: "effect" } };
      return (await answered(full.submit(body)))?.code ?? null;
    };
    await append();
    const control = lines();
    await full.fill();
    const got = await append();
    const again = await append();
    const effects = lines() - control;
    return { ...skippedRule(OUTLINE, ""), skipped: null, got, again, effects, control };
  } finally {
    await full.end();
  }
}
