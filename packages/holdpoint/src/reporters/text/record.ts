import type { Judgement } from "@holdpoint/core";
import { COLLECTION_FAILURE, SECTIONS } from "@holdpoint/core";
import type { RunResult } from "@holdpoint/release";
import { count, shortDigest } from "../view/format.ts";
import { checksWith } from "../view/notes.ts";
import { printable } from "../view/printable.ts";
import type { Paint } from "./paint.ts";
import { labelled } from "./wrap.ts";

const INDENT = 12;

/** What the verdict rests on, what it says nothing about, and where it is written down. */
export function recordLines(result: RunResult, columns: number, paint: Paint): string[] {
  const { judgement, ledger, key } = result;
  const rows: (readonly [string, string])[] = [
    ["Evidence", evidence(judgement)],
    ["Sections", sections(judgement)],
    ["Baseline", baseline(judgement)],
    ...notApplicable(judgement),
    ...judgement.notJudged.map(
      ({ suite, reason }) => ["Not judged", `${printable(suite)}: ${printable(reason)}`] as const,
    ),
    ["Score", score(judgement)],
    [
      "Recorded",
      `as record ${ledger.size} of ledger ${printable(ledger.origin)}, anchored up to ${ledger.anchoredUpTo}`,
    ],
    ["Key", `${printable(key.fingerprint)}${key.isNew ? " (new: this run made it)" : ""}`],
    ...artifacts(result),
  ];
  return rows.flatMap(([label, text], index) => {
    const shown = rows[index - 1]?.[0] === label ? "" : label;
    return labelled(shown, INDENT, text, columns).map((line, at) =>
      at === 0 && shown !== "" ? paint("faint", shown) + line.slice(shown.length) : line,
    );
  });
}

function evidence({ evidence: all }: Judgement): string {
  const pieces = all.filter(({ kind }) => kind !== COLLECTION_FAILURE);
  const by = (provenance: string): number => pieces.filter((piece) => piece.provenance === provenance).length;
  const parts = ["measured", "imported", "synthetic"]
    .filter((name) => by(name) > 0)
    .map((name) => `${by(name)} ${name}`);
  const failures = all.length - pieces.length;
  return [
    `${count(pieces.length, "piece")}${parts.length === 0 ? "" : `: ${parts.join(", ")}`}`,
    ...(failures === 0 ? [] : [`${failures} could not be gathered`]),
  ].join("; ");
}

function sections({ sections: { covered, uncovered } }: Judgement): string {
  const list = (ids: readonly string[]): string => ids.join(" ") || "none";
  return `${covered.length} of ${SECTIONS.length} covered: ${list(covered)}; not covered: ${list(uncovered)}`;
}

function baseline({ baseline: { choice, verdict } }: Judgement): string {
  return `${printable(choice)}, ${verdict === null ? "no earlier promotion" : shortDigest(verdict)}`;
}

/** Checks that had nothing to ask, together where the reason is the same. */
function notApplicable(judgement: Judgement): (readonly [string, string])[] {
  const byReason = new Map<string, string[]>();
  for (const { gate, check } of checksWith(judgement, ["not-applicable"])) {
    const names = byReason.get(check.reason) ?? [];
    byReason.set(check.reason, [...names, `${gate.id}/${check.id}`]);
  }
  return [...byReason].map(([reason, names]) => ["Not asked", printable(`${reason}: ${names.join(", ")}`)] as const);
}

function score({ score: { passed, decided, asked } }: Judgement): string {
  return `${passed} of ${decided} decided checks passed, ${asked} asked (information only)`;
}

/** Files by the folder that a person would open: the run's own, and each other one. */
function artifacts({ artifacts: paths, judgement }: RunResult): (readonly [string, string])[] {
  const folders = new Map<string, number>();
  for (const path of paths) {
    const folder = folderOf(printable(path), printable(judgement.run));
    folders.set(folder, (folders.get(folder) ?? 0) + 1);
  }
  return [...folders].map(([folder, files]) => ["Written", `${count(files, "file")} in ${folder}`] as const);
}

function folderOf(path: string, run: string): string {
  const at = path.indexOf(`/${run}/`);
  return at >= 0 ? path.slice(0, at + run.length + 1) : path.slice(0, Math.max(path.lastIndexOf("/"), 0)) || ".";
}
