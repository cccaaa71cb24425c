import type { Command } from "@stricli/core";
import type { Context } from "../command.ts";
import { asTyped, command } from "../command.ts";
import type { CommonFlags } from "../verb.ts";
import { BASE, KEY, PROFILE } from "./flags.ts";

type Diff = { readonly base?: string; readonly failUnder?: string };
export type CoverageDiffFlags = Diff & CommonFlags;

/** `coverage diff` */
export const diff: Command<Context> = command<Diff, []>({
  brief: "Say which changed lines no test runs, from the reports that lie there and git",
  description: [
    "Changes are counted from --base, else from the last promotion; uncommitted changes of tracked files count.",
    "A changed source file that no report measures counts with every changed line.",
    "Ends with 0, with 1 below --fail-under, with 3 when reports or base cannot be read or do not say.",
  ].join("\n"),
  parameters: {
    flags: {
      base: BASE,
      failUnder: {
        kind: "parsed",
        parse: asTyped,
        optional: true,
        placeholder: "PERCENT",
        brief: "End with 1 when a smaller share of the changed lines is covered",
      },
    },
  },
  load: () => import("../verbs/coverage-diff.ts"),
});

type Gate = { readonly profile: string; readonly base?: string; readonly key?: string };
export type CoverageGateFlags = Gate & CommonFlags;

/** `coverage gate` */
export const gate: Command<Context> = command<Gate, []>({
  brief: "Judge the profile's gates about coverage on the reports that lie there; can never promote",
  description: "As `check coverage coverage-regression test-mapping exceptions`, of those that the profile has.",
  parameters: { flags: { profile: PROFILE, base: BASE, key: KEY } },
  load: () => import("../verbs/coverage-gate.ts"),
});
