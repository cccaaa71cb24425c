import { shortDuration } from "../format/duration.ts";
import { doubts } from "./coverage-sections.ts";
import type { Digest } from "./digest.ts";
import { leadOf } from "./digest-document.ts";
import type { Document, DocumentSection } from "./document.ts";
import { boundedTable } from "./document.ts";
import { bandTitle, many, share, sparkline } from "./numbers.ts";

const ROWS_MAX = 10;

/** One page for people who do not read gates: what was decided, how well it is covered, what waits for somebody. */
export function memoDocument(digest: Digest): Document {
  const { service, since, until, entries } = digest;
  const from = entries === null ? "no record" : `records ${entries.first} to ${entries.last}`;
  return {
    title: `Memo on ${service}, ${since.slice(0, 10)} to ${until.slice(0, 10)}`,
    lead: leadOf(digest),
    sections: entries === null ? [] : [releases(digest), tested(digest), guarded(digest), waiting(digest)],
    foot: `Every figure is from ${from} of a signed ledger; holdpoint digest shows them one by one.`,
  };
}

function releases({ runs, latest }: Digest): DocumentSection {
  const last = latest.find(({ partial }) => !partial);
  const decided =
    last === undefined
      ? "No release was judged as a whole, so nothing was promoted."
      : `The last release that was judged is ${last.verdict} (${last.judgedAt.slice(0, 10)}).`;
  const whole = `${runs.promoted} of ${many(runs.whole, "release candidate")} went through.`;
  return { title: "Releases", says: [decided, whole, `Judging took ${shortDuration(runs.totalMs)} in all.`] };
}

function tested(digest: Digest): DocumentSection {
  const { whole, trend, mapping, flaky } = digest;
  const lines = whole?.metrics.find(({ metric }) => metric === "lines");
  const line = sparkline(trend);
  const says =
    lines === undefined
      ? ["How much of the code is tested was not measured in this time."]
      : [
          `Tests reach ${share(lines.last)} of the lines${change(lines.points, trend.length)}.`,
          ...(line === "" ? [] : [`Trend: ${line}`]),
          ...doubts(digest),
        ];
  if (mapping !== null) {
    says.push(`${many(mapping.last.total - mapping.last.covered, "module")} of ${mapping.last.total} without a test.`);
  }
  if (flaky.length > 0) says.push(`${many(flaky.length, "test")} passed only when run again and cannot be relied on.`);
  return { title: "How well it is tested", says };
}

function change(points: string | null, measured: number): string {
  if (measured === 1) return ", measured once";
  if (points === null) return "";
  return /^[+-]0\.00$/.test(points) ? ", as at the beginning" : `, ${points} points since the beginning`;
}

function guarded({ components }: Digest): DocumentSection {
  const rows = components
    .filter(({ critical }) => critical)
    .map(({ id, metrics }) => {
      const lines = metrics.find(({ metric }) => metric === "lines");
      return [id, share(lines?.last ?? null), lines?.points ?? "", bandTitle(lines?.band ?? null)];
    });
  if (rows.length === 0) return { title: "Critical parts", says: ["No part is declared critical."] };
  const table = boundedTable(["Part", "Lines reached", "Points", "Band"], rows, ROWS_MAX);
  return { title: "Critical parts", says: [], table };
}

function waiting({ held, deadGates, exceptions }: Digest): DocumentSection {
  const byGate = Map.groupBy(
    held.filter(({ stillHolds }) => stillHolds),
    ({ gate }) => gate,
  );
  const rows = [
    ...[...byGate].map(([gate, checks]) => ["holds the release", named(gate, checks), lastOf(checks)]),
    ...exceptions.map(({ path, owner, at }) => ["exception", `${path} (${owner})`, at.slice(0, 10)]),
    ...deadGates.map(({ gate, check }) => ["rule that guards nothing", `${gate}: ${check}`, ""]),
  ];
  if (rows.length === 0) return { title: "What waits for somebody", says: ["Nothing that these records know of."] };
  const table = boundedTable(["What", "Which", "Date"], rows, ROWS_MAX);
  return { title: "What waits for somebody", says: [], table };
}

/** The check where it is one, else how many. */
function named(gate: string, checks: Digest["held"]): string {
  const [first] = checks;
  return checks.length === 1 && first !== undefined ? `${gate}: ${first.check}` : `${gate}: ${checks.length} checks`;
}

function lastOf(checks: Digest["held"]): string {
  return checks.map(({ lastAt }) => lastAt.slice(0, 10)).reduce((a, b) => (a > b ? a : b), "");
}
