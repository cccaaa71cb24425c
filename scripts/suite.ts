import { parseArgs } from "node:util";
import { ROOT } from "./root.ts";
import { runSuites } from "./suites/run-suites.ts";
import { SUITES } from "./suites/table.ts";

const EXIT_FAILED = 1;
const EXIT_USAGE = 2;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { coverage: { type: "boolean", default: false }, "timeout-ms": { type: "string" } },
});
const wanted = positionals.includes("all") ? SUITES : SUITES.filter((suite) => positionals.includes(suite.name));
const timeoutMs = values["timeout-ms"] === undefined ? undefined : Number(values["timeout-ms"]);
const unknown = positionals.filter((name) => name !== "all" && !SUITES.some((suite) => suite.name === name));

if (wanted.length === 0 || unknown.length > 0 || Number.isNaN(timeoutMs)) {
  const names = SUITES.map((suite) => suite.name).join(", ");
  console.error(`suite: wants 'all' or some of ${names}; --coverage measures, --timeout-ms N ends a suite earlier`);
  process.exitCode = EXIT_USAGE;
} else {
  const options = { root: ROOT, coverage: values.coverage, nowMs: Date.now };
  const limited = wanted.map((suite) => ({ ...suite, timeoutMs: timeoutMs ?? suite.timeoutMs }));
  if (!(await runSuites(limited, options, console.log))) process.exitCode = EXIT_FAILED;
}
