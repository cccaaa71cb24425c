import { shortDuration } from "../format/duration.ts";
import { coverageSections } from "./coverage-sections.ts";
import type { Digest } from "./digest.ts";
import type { Document, DocumentSection } from "./document.ts";
import { boundedTable } from "./document.ts";
import { loadSection } from "./load-section.ts";
import { many, share } from "./numbers.ts";

const ROWS_MAX = 50;

/** The weekly digest as a document. */
export function digestDocument(digest: Digest): Document {
  const { service, since, until } = digest;
  return {
    title: `Digest of ${service}, ${day(since)} to ${day(until)}`,
    lead: leadOf(digest),
    sections: [runs, ...coverageSections, loadSection, held, deadGates, flaky, exceptions, mapping].flatMap(
      (of) => of(digest) ?? [],
    ),
    foot: footOf(digest),
  };
}

/** What stands first in every form of the digest. */
export function leadOf(digest: Digest): string[] {
  const { runs: counted, entries, held: failures, cutOff, anchored } = digest;
  const { whole, promoted, held: holds, partial, unreadable } = counted;
  const lead =
    entries === null
      ? ["No run is on record for this time, so nothing is known about it."]
      : [`${many(whole, "whole run")}: ${promoted} PROMOTE, ${holds} HOLD; ${many(partial, "partial run")}.`];
  const still = failures.filter(({ stillHolds }) => stillHolds).length;
  if (still > 0) lead.push(`${many(still, "check")} held in the last run that looked.`);
  if (unreadable > 0) lead.push(`Not understood, and in no figure below: ${many(unreadable, "record")}.`);
  if (cutOff) lead.push("There were more runs than are read; the oldest are in no figure below.");
  if (!anchored) lead.push("No checkpoint outside the ledger vouches for all of these runs.");
  return lead;
}

function footOf({ entries, since, until }: Digest): string {
  const from = entries === null ? "no record" : `records ${entries.first} to ${entries.last}`;
  return `Made by holdpoint digest from ${from} of the verified ledger, ${since} up to ${until}.`;
}

function runs({ runs: counted, latest }: Digest): DocumentSection | null {
  if (latest.length === 0) return null;
  const { totalMs, medianMs, slowestMs, whole, partial } = counted;
  const rows = latest.map(
    ({ judgedAt, verdict, partial: isPartial, profile, environment, commit, durationMs, lines }) => [
      judgedAt.replace("T", " ").replace(/\.\d+Z$/, "Z"),
      isPartial ? `${verdict} (partial)` : verdict,
      `${profile} / ${environment}`,
      { code: commit.slice(0, 12) },
      shortDuration(durationMs),
      lines === null ? "" : share(lines),
    ],
  );
  const times =
    medianMs === null || slowestMs === null
      ? ""
      : ` A whole run took ${shortDuration(medianMs)} in the middle, ${shortDuration(slowestMs)} at most.`;
  const head = ["Judged at", "Verdict", "Profile / environment", "Commit", "Took", "Lines"];
  return {
    title: "Runs",
    says: [`All runs together took ${shortDuration(totalMs)}.${times}`],
    table: { ...boundedTable(head, rows, ROWS_MAX), more: whole + partial - rows.length },
  };
}

function held({ held: failures, latest }: Digest): DocumentSection | null {
  if (latest.length === 0) return null;
  const rows = failures.map(({ gate, check, code, outcome, times, firstAt, lastAt, stillHolds }) => [
    { code: `${gate}/${check}` },
    { code },
    outcome,
    String(times),
    day(firstAt),
    day(lastAt),
    stillHolds ? "yes" : "no",
  ]);
  if (rows.length === 0) return { title: "What held", says: ["No check held in any of these runs."] };
  const head = ["Gate / check", "Reason", "Outcome", "Runs", "First", "Last", "Still"];
  return { title: "What held", says: [], table: boundedTable(head, rows, ROWS_MAX) };
}

function deadGates({ deadGates: dead }: Digest): DocumentSection | null {
  if (dead.length === 0) return null;
  const rows = dead.map(({ gate, check, code }) => [{ code: `${gate}/${check}` }, { code }]);
  const says = ["These rules let everything through as they stand: raise the floor or mend the rule."];
  return { title: "Dead gates", says, table: boundedTable(["Gate / check", "Reason"], rows, ROWS_MAX) };
}

function flaky({ flaky: tests }: Digest): DocumentSection | null {
  if (tests.length === 0) return null;
  const rows = tests.map(({ suite, id, times }) => [{ code: suite }, { code: id }, String(times)]);
  const says = ["They passed only when they were run again."];
  return { title: "Flaky tests", says, table: boundedTable(["Suite", "Test", "Runs"], rows, ROWS_MAX) };
}

const DUE: Readonly<Record<Digest["exceptions"][number]["due"], string>> = {
  expired: "expired",
  "expires-soon": "expires within 14 days",
  "review-overdue": "review overdue",
  "review-soon": "review within 14 days",
};

function exceptions({ exceptions: due }: Digest): DocumentSection | null {
  if (due.length === 0) return null;
  const rows = due.map((one) => [{ code: one.id }, { code: one.path }, one.owner, DUE[one.due], day(one.at)]);
  const head = ["Exception", "File", "Owner", "Due", "Date"];
  return { title: "Exceptions that want a look", says: [], table: boundedTable(head, rows, ROWS_MAX) };
}

function mapping({ mapping: modules }: Digest): DocumentSection | null {
  if (modules === null) return null;
  const { first, last, untested } = modules;
  const missing = last.total - last.covered;
  const says = [`Modules with a test: ${share(last)}, ${share(first)} at first. ${many(missing, "module")} without.`];
  const rows = untested.map((path) => [{ code: path }]);
  const table = { table: { ...boundedTable(["Module without a test"], rows, ROWS_MAX) } };
  const more = Math.max(0, missing - Math.min(rows.length, ROWS_MAX));
  return { title: "Modules and tests", says, ...(rows.length === 0 ? {} : { table: { ...table.table, more } }) };
}

function day(instant: string): string {
  return instant.slice(0, 10);
}
