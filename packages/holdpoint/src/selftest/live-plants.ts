import type { LivePlant } from "./live-plant.ts";
import { plants as automationCoverage } from "./live/automation-coverage.ts";
import { plants as breakers } from "./live/breakers.ts";
import { plants as candidate } from "./live/candidate.ts";
import { plants as capacity } from "./live/capacity.ts";
import { plants as coverageRegression } from "./live/coverage-regression.ts";
import { plants as coverage } from "./live/coverage.ts";
import { plants as deadLetters } from "./live/dead-letters.ts";
import { plants as dependencies } from "./live/dependencies.ts";
import { plants as errorTaxonomy } from "./live/error-taxonomy.ts";
import { plants as exceptions } from "./live/exceptions.ts";
import { plants as failClosed } from "./live/fail-closed.ts";
import { plants as gatewayLive } from "./live/gateway-live.ts";
import { plants as leak } from "./live/leak.ts";
import { plants as ledger } from "./live/ledger.ts";
import { plants as metricsExposition } from "./live/metrics-exposition.ts";
import { plants as performance } from "./live/performance.ts";
import { plants as soakKpi } from "./live/soak-kpi.ts";
import { plants as testMapping } from "./live/test-mapping.ts";
import { plants as tests } from "./live/tests.ts";

/** Every harm that is planted for real; at least one a gate. */
export const LIVE_PLANTS: readonly LivePlant[] = [
  ...candidate,
  ...tests,
  ...coverage,
  ...coverageRegression,
  ...exceptions,
  ...testMapping,
  ...dependencies,
  ...gatewayLive,
  ...breakers,
  ...deadLetters,
  ...errorTaxonomy,
  ...failClosed,
  ...metricsExposition,
  ...leak,
  ...soakKpi,
  ...performance,
  ...capacity,
  ...automationCoverage,
  ...ledger,
];
