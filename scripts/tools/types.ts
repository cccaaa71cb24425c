import { sep } from "node:path";
import { countFiles } from "./count-files.ts";
import { runProgram } from "./run-program.ts";
import type { Finding, Tool } from "./tool.ts";
import { tool } from "./tool.ts";

/** `tsc` over all TypeScript. */
export const types: Tool = tool(
  "types",
  (root) => countFiles(root, "packages/*/src/**/*.ts", "scripts/**/*.ts", "house/**/*.ts"),
  (root) => compile(root, "tsconfig.json"),
);

/** `tsc` over the plain JavaScript that runs before anything is installed. */
export const javascript: Tool = tool(
  "javascript",
  (root) => countFiles(root, "scripts/**/*.js", "packages/holdpoint/bin/*.js"),
  (root) => compile(root, "tsconfig.javascript.json"),
);

async function compile(root: string, project: string): Promise<Finding> {
  const end = await runProgram("tsc", ["-p", project, "--pretty", "false", "--listFiles"], root);
  const lines = end.stdout.split("\n").filter((line) => line !== "");
  const isListed = (line: string): boolean => line.startsWith(root + sep) && /\.[cm]?[jt]s$/.test(line);
  const isElsewhere = (line: string): boolean => line.startsWith(sep) && !line.startsWith(root + sep);
  const looked = lines.filter((line) => isListed(line) && !line.includes(`${sep}node_modules${sep}`)).length;
  const output = lines.filter((line) => !isListed(line) && !isElsewhere(line)).join("\n");
  return { ok: end.exitCode === 0, looked, output: output + end.stderr };
}
