import { breakersDrill } from "./breakers/drill.ts";
import { deadLettersDrill } from "./dead-letters/drill.ts";
import type { Drill } from "./drill.ts";
import { errorTaxonomy } from "./error-taxonomy/drill.ts";
import { failClosed } from "./fail-closed/drill.ts";
import { gatewayLiveDrill } from "./gateway-live/drill.ts";
import { loadDrill } from "./under-load/drill.ts";

/** Every drill that ships. Each starts what it needs; those that do not want the machine alone run side by side. */
export const DRILLS: readonly Drill[] = [
  gatewayLiveDrill,
  breakersDrill,
  deadLettersDrill,
  errorTaxonomy,
  failClosed,
  loadDrill,
];
