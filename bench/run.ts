import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { areas } from "./harness/load-area.ts";
import { problemsOf } from "./harness/problems.ts";
import { runArea } from "./harness/run-area.ts";
import { table } from "./harness/table.ts";

const BENCH = fileURLToPath(new URL(".", import.meta.url));
const EXIT_FAILED = 1;
const EXIT_USAGE = 2;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: "boolean", default: false } },
});
const [area, ...rest] = positionals;

if (area === undefined || rest.length > 0 || !areas(BENCH).includes(area)) {
  console.error(`bench: wants one of ${areas(BENCH).join(", ")}; --json prints one document`);
  process.exitCode = EXIT_USAGE;
} else {
  try {
    const result = await runArea(BENCH, area);
    console.log(values.json ? JSON.stringify(result) : table(result));
    const problems = problemsOf(result.rows);
    for (const problem of problems) console.error(`bench: ${problem}`);
    if (problems.length > 0) process.exitCode = EXIT_FAILED;
  } catch (error) {
    console.error(`bench: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = EXIT_FAILED;
  }
}
