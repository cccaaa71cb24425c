import { CONFIG } from "./codes/config.ts";
import { COVERAGE } from "./codes/coverage.ts";
import { DEPENDENCIES } from "./codes/dependencies.ts";
import { GATEWAY } from "./codes/gateway.ts";
import { LEDGER } from "./codes/ledger.ts";
import { LOAD } from "./codes/load.ts";
import { READING } from "./codes/reading.ts";
import { REPOSITORY } from "./codes/repository.ts";
import { RUN } from "./codes/run.ts";
import { SOAK } from "./codes/soak.ts";
import { TUNING } from "./codes/tuning.ts";
import { USAGE } from "./codes/usage.ts";
import type { ErrorEntry } from "./entry.ts";

/** Every code that a person or a program can be given; closed. */
export type ErrorCode =
  | keyof typeof CONFIG
  | keyof typeof COVERAGE
  | keyof typeof DEPENDENCIES
  | keyof typeof GATEWAY
  | keyof typeof LEDGER
  | keyof typeof LOAD
  | keyof typeof READING
  | keyof typeof REPOSITORY
  | keyof typeof RUN
  | keyof typeof SOAK
  | keyof typeof TUNING
  | keyof typeof USAGE;

export const ERRORS: Readonly<Record<ErrorCode, ErrorEntry>> = {
  ...CONFIG,
  ...COVERAGE,
  ...DEPENDENCIES,
  ...GATEWAY,
  ...LEDGER,
  ...LOAD,
  ...READING,
  ...REPOSITORY,
  ...RUN,
  ...SOAK,
  ...TUNING,
  ...USAGE,
};
