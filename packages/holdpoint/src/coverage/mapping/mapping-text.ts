import type { TestMappingBody } from "@holdpoint/core";
import { indented, table } from "../../format/table.ts";
import type { MappingSummary, MappingTrend } from "./summary.ts";

const SHOWN_MAX = 40;

/** The mapping for a person; with `all` every module with its tests. */
export function mappingText(body: TestMappingBody, summary: MappingSummary, all: boolean): string {
  const { modules, tested, ratio, by, untested, trend } = summary;
  const how = [`${by.context} by coverage contexts`, `${by.import} by imports`, `${by.name} by name`];
  return [
    `${ratio} of the modules have a test: ${tested} of ${modules} (${how.join(", ")}); ${by["no-code"]} hold no code`,
    ...trendLines(trend),
    ...listed("Without a test", untested),
    ...listed("Tests that lead to no module", body.looseTests),
    ...listed(
      "Could not be read",
      body.unreadable.map(({ path, text }) => `${path}: ${text}`),
    ),
    ...listed(
      "Lead to no tracked file",
      body.unresolved.map(({ path, line, specifier }) => `${path}:${line} ${specifier}`),
    ),
    ...(all
      ? ["", ...table(body.modules.map((one) => [one.by, String(one.distance ?? ""), one.path, one.tests.join(" ")]))]
      : []),
  ].join("\n");
}

function trendLines(trend: MappingTrend | null): readonly string[] {
  if (trend === null) return [];
  const { promotedAt, ratio, tested, modules, lost, gained, newUntested } = trend;
  return [
    `At the promotion of ${promotedAt.slice(0, 10)}: ${ratio}, ${tested} of ${modules}`,
    ...listed("Lost their tests", lost),
    ...listed("Gained a test", gained),
    ...listed("New without a test", newUntested),
  ];
}

function listed(title: string, lines: readonly string[]): readonly string[] {
  if (lines.length === 0) return [];
  const rest = lines.length - SHOWN_MAX;
  const more = rest > 0 ? [`and ${rest} more`] : [];
  return ["", `${title}: ${lines.length}`, ...indented([...lines.slice(0, SHOWN_MAX), ...more])];
}
