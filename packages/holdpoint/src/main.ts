import { commandLine } from "./command-line.ts";
import { processHost } from "./io/process-host.ts";

process.exitCode = await commandLine(process.argv.slice(2), processHost());
