import { generateDocs } from "./docs/generate.ts";
import { ROOT } from "./root.ts";
import { runProgram } from "./tools/run-program.ts";

for (const file of await generateDocs(ROOT)) console.log(`wrote ${file}`);
const lint = await runProgram("oxlint", ["--fix", "."], ROOT);
const format = await runProgram("oxfmt", ["--write", "."], ROOT);
for (const { stdout, stderr } of [lint, format]) process.stdout.write(stdout + stderr);
process.exitCode = Math.max(lint.exitCode, format.exitCode);
