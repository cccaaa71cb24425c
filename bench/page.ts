import { readFileSync } from "node:fs";
import { benchmarksPage } from "./harness/page.ts";
import type { BenchResult } from "./harness/row.ts";

/** Prints the page of results that `npm run -s bench -- AREA --json` has printed into files. */
const EXIT_USAGE = 2;
const files = process.argv.slice(2);
if (files.length === 0) {
  console.error("page: wants files of results: npm run -s bench -- AREA --json > FILE");
  process.exitCode = EXIT_USAGE;
} else {
  const results = files.map((file) => JSON.parse(readFileSync(file, "utf8")) as BenchResult);
  process.stdout.write(benchmarksPage(results));
}
