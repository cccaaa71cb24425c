import { ROOT } from "./root.ts";
import { runSuites } from "./suites/run-suites.ts";
import { SUITES } from "./suites/table.ts";

if (!(await runSuites(SUITES, { root: ROOT, coverage: false, nowMs: Date.now }, console.log))) process.exitCode = 1;
