import { styleText } from "node:util";
import { ROOT } from "./root.ts";
import { runSuites } from "./suites/run-suites.ts";
import { QUICK_SUITES, SUITES } from "./suites/table.ts";
import { format } from "./tools/format.ts";
import { lint } from "./tools/lint.ts";
import type { ToolEnd } from "./tools/tool.ts";
import { javascript, types } from "./tools/types.ts";
import { unused } from "./tools/unused.ts";

const SECONDS_WIDTH = 6;
const NAME_WIDTH = 12;

const options = { root: ROOT, nowMs: Date.now };
const startedMs = Date.now();
const tools = await Promise.all([types, javascript, lint, format, unused].map((tool) => tool.run(options)));
for (const { ok, name, output } of tools) if (!ok) console.log(`${styleText("red", name)}\n${output}\n`);

const quick = SUITES.filter((suite) => QUICK_SUITES.includes(suite.name));
const suitesPassed = await runSuites(quick, { ...options, coverage: false }, console.log);

console.log("");
for (const end of tools) console.log(row(end.name, end.ok, `${end.looked} files`, end.durationMs));
console.log(row("suites", suitesPassed, QUICK_SUITES.join(", "), Date.now() - startedMs));
if (!suitesPassed || tools.some((end: ToolEnd) => !end.ok)) process.exitCode = 1;

function row(name: string, ok: boolean, what: string, durationMs: number): string {
  const seconds = `${(durationMs / 1000).toFixed(1)} s`.padStart(SECONDS_WIDTH);
  return `${ok ? "pass" : "FAIL"}  ${name.padEnd(NAME_WIDTH)}${seconds}  ${what}`;
}
