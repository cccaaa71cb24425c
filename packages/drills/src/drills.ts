import { breakersDrill } from "./breakers/drill.ts";
import { deadLettersDrill } from "./dead-letters/drill.ts";
import type { Drill } from "./drill.ts";
import { errorTaxonomy } from "./error-taxonomy/drill.ts";
import { failClosed } from "./fail-closed/drill.ts";
import { gatewayLiveDrill } from "./gateway-live/drill.ts";

/** Every drill that ships. Each starts a gateway of its own, so that they may run side by side. */
export const DRILLS: readonly Drill[] = [gatewayLiveDrill, breakersDrill, deadLettersDrill, errorTaxonomy, failClosed];
