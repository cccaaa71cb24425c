import type { CheckDefinition } from "../noun/check.ts";
import type { Finding } from "../noun/finding.ts";

/** A finding as it may really be: what a check returned, whatever its types promise. */
type Returned = { readonly [member in keyof Finding]?: unknown } | null | undefined;

const ALLOWED: ReadonlySet<unknown> = new Set(["pass", "warn", "fail", "missing", "not-applicable"]);

/**
 * What is wrong with what a check returned, or null. A check that answers without looking, with a code that it never
 * declared, or with something that no record can carry, proves nothing.
 *
 * @param looked how many pieces of evidence the check asked for
 */
export function findingProblem(definition: CheckDefinition, finding: Returned, looked: number): string | null {
  if (typeof finding !== "object" || finding === null) return "the check returned no finding";
  const { outcome, code, observed, threshold, reason, flip, locations } = finding;
  if (looked === 0) return "the check answered without looking at any evidence";
  if (!ALLOWED.has(outcome)) return `the check said "${String(outcome)}", which is not its to say`;
  if (typeof code !== "string" || code === "") return "the check gave no reason code";
  if (outcome === "pass" && code !== "pass") return `a pass has the code "${code}"`;
  const mustDeclare = outcome !== "pass" && outcome !== "not-applicable";
  if (mustDeclare && !Object.hasOwn(definition.reasons, code)) {
    return `the check gave the undeclared reason "${code}"`;
  }
  if (typeof reason !== "string" || reason === "") return "the check gave no reason";
  if (!isScalar(observed)) return "what the check observed is no printable value";
  if (!isScalar(threshold)) return "what the check wanted is no printable value";
  if (flip !== undefined && typeof flip !== "string") return "what would flip the check is no text";
  if (locations === undefined || (Array.isArray(locations) && locations.every(isLocation))) return null;
  return "the check gave a malformed location";
}

function isScalar(value: unknown): boolean {
  if (typeof value === "number") return Number.isFinite(value);
  return value === null || typeof value === "string" || typeof value === "boolean";
}

function isLocation(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  const { file, line, column, text } = value as { readonly [member: string]: unknown };
  return typeof file === "string" && typeof text === "string" && isCount(line) && isCount(column);
}

function isCount(value: unknown): boolean {
  return value === undefined || (Number.isSafeInteger(value) && Number(value) >= 1);
}
