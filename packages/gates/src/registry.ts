import type { Gate } from "@holdpoint/core";
import { automationCoverage } from "./gates/automation-coverage.ts";
import { breakers } from "./gates/breakers.ts";
import { candidate } from "./gates/candidate.ts";
import { capacity } from "./gates/capacity.ts";
import { coverageRegression } from "./gates/coverage-regression.ts";
import { coverage } from "./gates/coverage.ts";
import { deadLetters } from "./gates/dead-letters.ts";
import { dependencies } from "./gates/dependencies.ts";
import { errorTaxonomy } from "./gates/error-taxonomy.ts";
import { exceptions } from "./gates/exceptions.ts";
import { failClosed } from "./gates/fail-closed.ts";
import { gatewayLive } from "./gates/gateway-live.ts";
import { leak } from "./gates/leak.ts";
import { ledger } from "./gates/ledger.ts";
import { metricsExposition } from "./gates/metrics-exposition.ts";
import { soakKpi } from "./gates/soak-kpi.ts";
import { performance } from "./gates/performance.ts";
import { testMapping } from "./gates/test-mapping.ts";
import { tests } from "./gates/tests.ts";

/** Every gate that ships, in the order in which a report shows them; `self` gates last. */
export const GATES: readonly Gate[] = [
  candidate,
  tests,
  coverage,
  coverageRegression,
  testMapping,
  exceptions,
  dependencies,
  gatewayLive,
  breakers,
  deadLetters,
  errorTaxonomy,
  failClosed,
  metricsExposition,
  leak,
  soakKpi,
  performance,
  capacity,
  automationCoverage,
  ledger,
];
