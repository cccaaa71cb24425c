import type { Command } from "@stricli/core";
import type { CoverageMetric } from "@holdpoint/core";
import type { Context } from "../command.ts";
import { asTyped, command } from "../command.ts";
import type { BandedBy } from "../coverage/bands/band-table.ts";
import type { CommonFlags } from "../verb.ts";

type Bands = { readonly by: BandedBy; readonly metric: CoverageMetric };
export type CoverageBandsFlags = Bands & CommonFlags;

/** `coverage bands` */
export const bands: Command<Context> = command<Bands, []>({
  brief: "Put components, folders or files into bands of coverage, the critical ones apart",
  description: "Reads the coverage reports as they lie there. Bands are derived from exact counts, never typed.",
  parameters: {
    flags: {
      by: {
        kind: "enum",
        values: ["component", "folder", "file"],
        default: "folder",
        brief: "What is put into bands; a folder is its own files, without those below",
      },
      metric: {
        kind: "enum",
        values: ["lines", "branches", "functions", "statements", "regions"],
        default: "lines",
        brief: "What is counted",
      },
    },
  },
  load: () => import("../verbs/coverage-bands.ts"),
});

type Ratchet = { readonly write: boolean; readonly slack: string; readonly stop: string };
export type CoverageRatchetFlags = Ratchet & CommonFlags;

/** `coverage ratchet` */
export const ratchet: Command<Context> = command<Ratchet, []>({
  brief: "Propose higher floors and lower limits as an edit of the configuration; never lower ones",
  description:
    "Reads the coverage reports as they lie there. Writes nothing without --write, and never on a CI platform.",
  parameters: {
    flags: {
      write: { kind: "boolean", default: false, withNegated: false, brief: "Put the proposal into the configuration" },
      slack: {
        kind: "parsed",
        parse: asTyped,
        default: "1",
        placeholder: "POINTS",
        brief: "Points that stay between what is reached and what is asked for",
      },
      stop: {
        kind: "parsed",
        parse: asTyped,
        default: "100",
        placeholder: "PERCENT",
        brief: "No floor is raised above this",
      },
    },
  },
  load: () => import("../verbs/coverage-ratchet.ts"),
});

type Mapping = { readonly modules: boolean };
export type CoverageMappingFlags = Mapping & CommonFlags;

/** `coverage mapping` */
export const mapping: Command<Context> = command<Mapping, []>({
  brief: "Say which source modules have a test, how that is known, and which have none",
  description:
    "By the contexts of coverage reports where there are any, else by imports, else by names; compared with the last promotion.",
  parameters: {
    flags: {
      modules: { kind: "boolean", default: false, withNegated: false, brief: "List every module with its tests" },
    },
  },
  load: () => import("../verbs/coverage-mapping.ts"),
});
