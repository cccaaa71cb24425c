import { newCheck } from "./new/new-check.ts";
import { ROOT } from "./root.ts";
import { runProgram } from "./tools/run-program.ts";

const EXIT_USAGE = 2;
const [what, gate, id, title, ...rest] = process.argv.slice(2);

if (what !== "check" || gate === undefined || id === undefined || !title || rest.length > 0) {
  console.error('new: wants  npm run new check GATE ID "Title"');
  process.exitCode = EXIT_USAGE;
} else {
  try {
    const written = newCheck(ROOT, gate, id, title);
    const formatted = await runProgram("oxfmt", ["--write", ...written], ROOT);
    process.stderr.write(formatted.stderr);
    for (const path of written) console.log(`wrote ${path}`);
    console.log(`fill in the definition, then: node --conditions=holdpoint-source --test ${written.at(-2)}`);
  } catch (error) {
    console.error(`new: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = EXIT_USAGE;
  }
}
