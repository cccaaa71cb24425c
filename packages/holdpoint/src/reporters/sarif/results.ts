import type { CheckResult, GateResult, HoldReason, Location, Outcome } from "@holdpoint/core";
import { sha256Hex } from "@holdpoint/core";
import { explainCheck } from "../view/explain.ts";
import { printable } from "../view/printable.ts";
import { relativeUri } from "../view/path.ts";

/** The part of a SARIF 2.1.0 `result` object that is written here. */
export interface SarifResult {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly kind: "fail";
  readonly level: "error" | "warning";
  readonly message: { readonly text: string };
  readonly locations?: readonly [SarifLocation];
  readonly partialFingerprints: { readonly "holdpoint/v1": string };
  readonly suppressions?: readonly [SarifSuppression];
  readonly properties: Readonly<Record<string, unknown>>;
}

export interface SarifLocation {
  readonly physicalLocation: {
    readonly artifactLocation: { readonly uri: string; readonly uriBaseId: "%SRCROOT%" };
    readonly region?: { readonly startLine: number; readonly startColumn?: number };
  };
}

interface SarifSuppression {
  readonly kind: "external";
  readonly status: "accepted";
  readonly justification: string;
}

const LEVELS: Readonly<Partial<Record<Outcome, "error" | "warning">>> = {
  fail: "error",
  error: "error",
  missing: "error",
  stale: "error",
  waived: "error",
  warn: "warning",
};

/** One result for each place that a check names, one for a check without; none for a pass or a question not asked. */
export function checkResults(
  gate: GateResult,
  check: CheckResult,
  ruleIndex: number,
  configFile: string | undefined,
): SarifResult[] {
  const level = LEVELS[check.outcome];
  if (level === undefined) return [];
  const ruleId = ruleIdOf(gate, check);
  const places: readonly (Location | null)[] = check.locations.length === 0 ? [null] : check.locations;
  const seen = new Map<string, number>();
  return places.map((place) => {
    const identity = JSON.stringify([ruleId, check.code, place?.file ?? "", place?.text ?? ""]);
    const nth = (seen.get(identity) ?? 0) + 1;
    seen.set(identity, nth);
    return {
      ruleId,
      ruleIndex,
      kind: "fail",
      level,
      message: { text: messageOf(check, place) },
      ...locationsOf(place, configFile),
      partialFingerprints: { "holdpoint/v1": fingerprint(identity, nth) },
      ...(check.outcome === "waived" && {
        suppressions: [{ kind: "external", status: "accepted", justification: printable(check.reason) }] as const,
      }),
      properties: {
        outcome: check.outcome,
        code: check.code,
        blocking: gate.blocking,
        observed: check.observed,
        threshold: check.threshold,
        flip: check.flip,
        evidence: check.evidence,
        waiver: check.waiver,
      },
    };
  });
}

/** A hold reason of the whole run or gate. */
export function wholeResult(reason: HoldReason, ruleIndex: number, configFile: string | undefined): SarifResult {
  const ruleId = wholeRuleId(reason);
  return {
    ruleId,
    ruleIndex,
    kind: "fail",
    level: "error",
    message: { text: printable(reason.text) },
    ...locationsOf(null, configFile),
    partialFingerprints: { "holdpoint/v1": fingerprint(JSON.stringify([ruleId, reason.gate, reason.text]), 1) },
    properties: { outcome: reason.outcome, code: reason.code, blocking: true },
  };
}

export function ruleIdOf(gate: GateResult, check: CheckResult): string {
  return printable(`${gate.id}/${check.id}`);
}

export function wholeRuleId({ gate, code }: HoldReason): string {
  return printable(`${gate}/${code}`);
}

function messageOf(check: CheckResult, place: Location | null): string {
  const { reason, flip } = explainCheck(check);
  const where =
    place === null
      ? ""
      : `${relativeUri(place.file) === null ? `${printable(place.file)}: ` : ""}${printable(place.text)}`;
  return [where, reason, flip ?? ""].filter((part) => part !== "").join(". ");
}

/** A logical location alone would make GitHub refuse the whole file, so there is a physical one or none. */
function locationsOf(place: Location | null, configFile: string | undefined): { locations?: readonly [SarifLocation] } {
  const uri = relativeUri(place?.file ?? configFile ?? "") ?? relativeUri(configFile ?? "");
  if (uri === null) return {};
  const isPlace = place !== null && relativeUri(place.file) === uri;
  const region = isPlace &&
    place.line !== undefined && {
      region: { startLine: place.line, ...(place.column !== undefined && { startColumn: place.column }) },
    };
  return { locations: [{ physicalLocation: { artifactLocation: { uri, uriBaseId: "%SRCROOT%" }, ...region } }] };
}

/** Lines move between two commits; rule, file and text do not. */
function fingerprint(identity: string, nth: number): string {
  return sha256Hex(`${identity} ${nth}`).slice(0, 32);
}
