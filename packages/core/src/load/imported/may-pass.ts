import type { LoadBody } from "../../evidence/load.ts";
import type { Clock } from "../../slo/objective.ts";

/** Each arrival has a connection of its own, or is counted as dropped: none waits to be sent. */
const SEND_WHEN_DUE: ReadonlySet<string> = new Set(["k6", "artillery", "gatling"]);

/** Why times of a run can never show that a limit is kept, as a clause; null when they can. */
export function untrusted(body: LoadBody, clock: Clock): string | null {
  const { trust, tool } = body;
  if (trust === "closed-service-only")
    return `${tool.name} waited for an answer before it sent again (closed model), so it stood still with the target`;
  if (trust === "unknown") return `the file of ${tool.name} does not say how requests arrived`;
  if (trust === "open-both-clocks")
    return clock === "service" || body.response !== null ? null : `${tool.name} told no response time`;
  if (SEND_WHEN_DUE.has(tool.name)) return null;
  return `${tool.name} timed from the actual send, so what waited to be sent is not in its times`;
}
