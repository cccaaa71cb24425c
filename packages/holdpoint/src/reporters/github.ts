import type { CheckResult, GateResult, Location } from "@holdpoint/core";
import { HOLDING } from "@holdpoint/core";
import type { RunResult } from "@holdpoint/release";
import { explainCheck } from "./view/explain.ts";
import { count, shortCommit } from "./view/format.ts";
import { relativePath } from "./view/path.ts";
import { clip, printable } from "./view/printable.ts";

const PLACES_OF_A_CHECK_MAX = 10;
const MESSAGE_CHARACTERS_MAX = 2_000;

type Level = "error" | "warning" | "notice";

/**
 * GitHub Actions workflow commands: an error for each place of a blocking check that holds, a warning for what an
 * advisory gate or a warning says, and a notice with the verdict first.
 */
export function renderGithub({ judgement }: RunResult): string {
  const { verdict, holdReasons, candidate } = judgement;
  const about = `${candidate.service} ${shortCommit(candidate.commit)}`;
  const why = verdict === "HOLD" ? `, held for ${count(holdReasons.length, "reason")}` : "";
  const lines = [command("notice", { title: `Holdpoint: ${verdict}` }, `${about}${why}`)];
  for (const reason of holdReasons) {
    if (reason.check === null) lines.push(command("error", { title: `${reason.gate}: ${reason.code}` }, reason.text));
  }
  for (const gate of judgement.gates) {
    for (const check of gate.checks) lines.push(...checkCommands(gate, check));
  }
  return `${lines.join("\n")}\n`;
}

function checkCommands(gate: GateResult, check: CheckResult): string[] {
  const isHolding = HOLDING.has(check.outcome);
  if (!isHolding && check.outcome !== "warn") return [];
  const level: Level = isHolding && gate.blocking ? "error" : "warning";
  const { reason, flip, remediation } = explainCheck(check);
  const title = `${gate.id} / ${check.id}: ${check.outcome}`;
  const places: readonly (Location | null)[] =
    check.locations.length === 0 ? [null] : check.locations.slice(0, PLACES_OF_A_CHECK_MAX);
  return places.map((place) => {
    const said = [place === null ? null : printable(place.text), reason, flip, remediation];
    return command(
      level,
      { ...positionOf(place), title },
      said.filter((text) => text !== null && text !== "").join("\n"),
    );
  });
}

function positionOf(place: Location | null): Readonly<Record<string, string>> {
  const file = place === null ? null : relativePath(place.file);
  if (place === null || file === null) return {};
  return {
    file,
    ...(place.line !== undefined && { line: String(place.line) }),
    ...(place.line !== undefined && place.column !== undefined && { col: String(place.column) }),
  };
}

/** One workflow command, everything in it escaped. */
export function command(level: Level, properties: Readonly<Record<string, string>>, message: string): string {
  const written = Object.entries(properties)
    .map(([name, value]) => `${name}=${escapeProperty(value)}`)
    .join(",");
  return `::${level} ${written}::${escapeData(clip(message, MESSAGE_CHARACTERS_MAX))}`;
}

/** Lines stay lines as `%0A`; every other control character is made visible. */
function escapeData(text: string): string {
  return text
    .split("\n")
    .map((line) => printable(line).replaceAll("%", "%25"))
    .join("%0A");
}

function escapeProperty(text: string): string {
  return printable(text).replaceAll("%", "%25").replaceAll(":", "%3A").replaceAll(",", "%2C");
}
