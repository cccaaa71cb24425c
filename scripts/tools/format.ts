import { countFiles } from "./count-files.ts";
import { runProgram } from "./run-program.ts";
import type { Finding, Tool } from "./tool.ts";
import { tool } from "./tool.ts";

/** `oxfmt --check`. */
export const format: Tool = tool(
  "format",
  (root) => countFiles(root, "packages/**/*.{ts,js}", "scripts/**/*.{ts,js}", "house/**/*.ts", "bench/**/*.ts"),
  look,
);

async function look(root: string): Promise<Finding> {
  const end = await runProgram("oxfmt", ["--check", "."], root);
  const looked = Number(/ on (\d+) files? using /.exec(end.stdout)?.[1] ?? 0);
  const ok = end.exitCode === 0;
  return { ok, looked, output: ok ? "" : `${end.stdout}${end.stderr}`.trim() };
}
