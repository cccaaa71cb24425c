import type { CheckResult, GateResult, Location } from "@holdpoint/core";
import { HOLDING, sha256Hex } from "@holdpoint/core";
import type { RunResult } from "@holdpoint/release";
import type { RenderOptions } from "./reporter.ts";
import { explainCheck } from "./view/explain.ts";
import { relativePath } from "./view/path.ts";
import { printable } from "./view/printable.ts";

const CONFIG_FILE_DEFAULT = "holdpoint.yaml";

interface Issue {
  readonly description: string;
  readonly check_name: string;
  readonly fingerprint: string;
  readonly severity: "info" | "minor" | "critical" | "blocker";
  readonly location: { readonly path: string; readonly lines: { readonly begin: number } };
}

/**
 * GitLab's Code Quality report: a JSON array of issues, each with a place. An issue without a place of its own stands
 * at the first line of the configuration, which is what asks for it.
 */
export function renderGitlab(
  { judgement }: RunResult,
  { configFile = CONFIG_FILE_DEFAULT }: RenderOptions = {},
): string {
  const issues = judgement.gates.flatMap((gate) =>
    gate.checks.flatMap((check) => checkIssues(gate, check, configFile)),
  );
  for (const reason of judgement.holdReasons.filter((one) => one.check === null)) {
    issues.push(issue(`${reason.gate}/${reason.code}`, printable(reason.text), "blocker", null, configFile));
  }
  return `${JSON.stringify(apart(issues), null, 2)}\n`;
}

function checkIssues(gate: GateResult, check: CheckResult, configFile: string): Issue[] {
  const isHolding = HOLDING.has(check.outcome);
  if (!isHolding && check.outcome !== "warn") return [];
  const severity = !isHolding ? "minor" : gate.blocking ? "blocker" : "critical";
  const { reason } = explainCheck(check);
  const places: readonly (Location | null)[] = check.locations.length === 0 ? [null] : check.locations;
  return places.map((place) => {
    const description = place === null ? reason : `${printable(place.text)}: ${reason}`;
    return issue(`${gate.id}/${check.id}`, description, severity, place, configFile);
  });
}

function issue(
  name: string,
  description: string,
  severity: Issue["severity"],
  place: Location | null,
  configFile: string,
): Issue {
  const file = place === null ? null : relativePath(place.file);
  const path = file ?? relativePath(configFile) ?? CONFIG_FILE_DEFAULT;
  return {
    description,
    check_name: printable(name),
    fingerprint: sha256Hex(JSON.stringify([name, path, description])),
    severity,
    location: { path, lines: { begin: file === null ? 1 : (place?.line ?? 1) } },
  };
}

/** GitLab shows one of several issues with the same fingerprint. */
function apart(issues: readonly Issue[]): Issue[] {
  const seen = new Map<string, number>();
  return issues.map((one) => {
    const nth = (seen.get(one.fingerprint) ?? 0) + 1;
    seen.set(one.fingerprint, nth);
    return nth === 1 ? one : { ...one, fingerprint: sha256Hex(`${one.fingerprint} ${nth}`) };
  });
}
