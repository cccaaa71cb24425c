import type { Check, CheckInput, ComponentConfig, CoverageFile, Finding } from "@holdpoint/core";
import { filesFitting, measuredFiles, totalsOf } from "@holdpoint/core";
import { conclude } from "../conclude.ts";
import { count } from "../text.ts";
import type { FileFacts } from "./coverage-facts.ts";
import { fallProblems, totalsText } from "./coverage-fall.ts";
import { coverageReports, uncoveredPlaces } from "./coverage-files.ts";
import { noneNamed } from "./coverage-parts.ts";
import { comparedFiles, isFinding } from "./compared-facts.ts";

export interface ComponentFallTerms {
  readonly check: Check["definition"]["id"];
  readonly tolerancePoints: number;
  /** What such a component is called: `critical component`. */
  readonly noun: string;
}

/**
 * Each component now against the files that belonged to it then, by today's globs. One that had no file then is new
 * and has nothing to fall from.
 */
export function judgeComponentFalls(
  input: CheckInput,
  components: readonly ComponentConfig[],
  { check, tolerancePoints, noun }: ComponentFallTerms,
): Finding {
  const files = measuredFiles(coverageReports(input));
  if (components.length === 0) return noneNamed(noun);
  const facts = comparedFiles(input, check);
  if (isFinding(facts)) return facts;
  const parts = components.map((component) => partOf(component, facts.filesThen, files));
  const old = parts.filter(({ wasThere }) => wasThere);
  const problems = old.flatMap(({ id, own, before, now }) =>
    fallProblems(before, now, { of: `component ${id}`, tolerancePoints, locations: uncoveredPlaces(own) }),
  );
  const lines = ({ id, before, now }: Part, side: "before" | "now"): string =>
    `${id} ${totalsText({ lines: before.lines ?? { covered: 0, total: 0 } }, side === "now" ? now : before)}`;
  return conclude(problems, {
    reason: `${count(old.length, noun)} no lower than at the last promotion, ${parts.length - old.length} new`,
    observed: old.map((part) => lines(part, "now")).join(", "),
    threshold: old.map((part) => lines(part, "before")).join(", "),
  });
}

interface Part {
  readonly id: string;
  readonly own: readonly CoverageFile[];
  readonly wasThere: boolean;
  readonly before: ReturnType<typeof totalsOf>;
  readonly now: ReturnType<typeof totalsOf>;
}

function partOf({ id, paths }: ComponentConfig, then: readonly FileFacts[], files: readonly CoverageFile[]): Part {
  const own = filesFitting(paths, files);
  const before = filesFitting(paths, then);
  return { id, own, wasThere: before.length > 0, before: totalsOf(before.map(asFile)), now: totalsOf(own) };
}

function asFile({ ranges: _ranges, ...counts }: FileFacts): CoverageFile {
  return { ...counts, resolved: true, coveredLines: "", uncoveredLines: "" };
}
