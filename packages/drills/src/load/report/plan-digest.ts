import type { Json, LoadPlan } from "@holdpoint/core";
import { canonicalize, sha256Hex } from "@holdpoint/core";

/** SHA-256 of the plan in RFC 8785 form, hexadecimal. */
export function planDigest(plan: LoadPlan): string {
  return sha256Hex(canonicalize(plan as unknown as Json));
}

/** The same of what is sent and how, whatever the target is called and whatever is judged. */
export function sentDigest({
  url: _url,
  tls: _tls,
  objectives: _objectives,
  abort: _abort,
  ...sent
}: LoadPlan): string {
  const { validity: _validity, ...rest } = sent;
  return sha256Hex(canonicalize(rest as unknown as Json));
}
