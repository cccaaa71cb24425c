import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./root.ts";
import { runProgram } from "./tools/run-program.ts";

const STEPS: readonly (readonly [program: string, ...args: string[]])[] = [
  ["tsc", "-b", "tsconfig.build.json"],
  ["rolldown", "-c", "rolldown.config.js"],
];

/** Folders of the packages that are published. */
function published(): string[] {
  return globSync("packages/*/package.json", { cwd: ROOT })
    .filter(
      (path) => (JSON.parse(readFileSync(join(ROOT, path), "utf8")) as { name: string }).name !== "@holdpoint/testkit",
    )
    .map((path) => path.slice(0, -"/package.json".length))
    .toSorted();
}

async function step(program: string, args: readonly string[]): Promise<boolean> {
  const { exitCode, stdout, stderr } = await runProgram(program, args, ROOT);
  console.log(`${exitCode === 0 ? "done" : "FAIL"}  ${program} ${args.join(" ")}`);
  if (exitCode !== 0) console.log(stdout + stderr);
  return exitCode === 0;
}

let ok = true;
for (const [program, ...args] of STEPS) ok = ok && (await step(program, args));
for (const folder of ok ? published() : []) ok = (await step("publint", [folder])) && ok;
const files = globSync("packages/*/dist/**/*.js", { cwd: ROOT }).length;
console.log(`${files} files in ${published().length} packages`);
if (!ok || files === 0) process.exitCode = 1;
