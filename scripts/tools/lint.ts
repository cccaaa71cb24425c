import { countFiles } from "./count-files.ts";
import { runProgram } from "./run-program.ts";
import type { Finding, Tool } from "./tool.ts";
import { tool } from "./tool.ts";

interface OxlintReport {
  readonly number_of_files: number;
  readonly diagnostics: readonly {
    readonly message: string;
    readonly code: string;
    readonly filename: string;
    readonly labels: readonly { readonly span: { readonly line: number; readonly column: number } }[];
  }[];
}

/** `oxlint` with its rules that know types. */
export const lint: Tool = tool(
  "lint",
  (root) => countFiles(root, "packages/**/*.{ts,js}", "scripts/**/*.{ts,js}", "house/**/*.ts", "bench/**/*.ts"),
  look,
);

async function look(root: string): Promise<Finding> {
  const end = await runProgram("oxlint", ["--deny-warnings", "--format", "json", "."], root);
  if (!end.stdout.startsWith("{")) return { ok: false, looked: 0, output: end.stdout + end.stderr };
  const report = JSON.parse(end.stdout) as OxlintReport;
  const lines = report.diagnostics.map(({ filename, labels, message, code }) => {
    const at = labels[0] === undefined ? "" : `:${labels[0].span.line}:${labels[0].span.column}`;
    return `${filename}${at} ${message} [${code}]`;
  });
  const ok = end.exitCode === 0 && lines.length === 0;
  return { ok, looked: report.number_of_files, output: [...lines, end.stderr].join("\n").trim() };
}
