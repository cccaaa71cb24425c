import { run } from "@stricli/core";
import { application } from "./application.ts";
import type { Context } from "./command.ts";
import type { ExitCode } from "./exit-codes.ts";
import { EXIT, exitOfParser } from "./exit-codes.ts";
import type { Host } from "./host.ts";
import type { Answer } from "./verb.ts";

/**
 * The whole command line: finds the verb, runs it, prints its answer.
 *
 * @param args what comes after the program's name
 * @returns the exit code; nothing is thrown
 */
export async function commandLine(args: readonly string[], host: Host): Promise<ExitCode> {
  const json = asksForJson(args);
  let answer: Answer | null = null;
  const printed = { stdout: "", stderr: "" };
  const parser: { exitCode?: number | string | null } = {};
  const context: Context & { process: Context["process"] & typeof parser } = {
    host,
    leave: (left) => (answer = left),
    process: Object.assign(parser, {
      stdout: { write: (text: string) => void (printed.stdout += text) },
      stderr: { write: (text: string) => void (printed.stderr += text) },
      env: host.env,
    }),
  };
  await run(application, args, context);
  return print(answer ?? (await parserAnswer(parser.exitCode, printed, args)), json, host);
}

const ASKS_FOR_TEXT: ReadonlySet<string> = new Set([
  "--help",
  "-h",
  "--help-all",
  "--helpAll",
  "-H",
  "--version",
  "-v",
]);

/** Help and version are text that the parser wrote; all else that it ends with is a wrong command line. */
async function parserAnswer(
  code: number | string | null | undefined,
  printed: { readonly stdout: string; readonly stderr: string },
  args: readonly string[],
): Promise<Answer> {
  const exit = exitOfParser(code);
  // Without a verb the parser shows help and is content, but 0 would tell a script that something was promoted.
  if (exit === EXIT.pass && args.some((arg) => ASKS_FOR_TEXT.has(arg))) {
    const text = printed.stdout.trimEnd();
    return { exit, json: () => ({ text }), text: () => text };
  }
  const [{ failure }, { HoldpointError }] = await Promise.all([import("./failure.ts"), import("@holdpoint/core")]);
  return failure(new HoldpointError("HP-USAGE", printed.stderr.trim() || "a verb is needed"));
}

async function print(answer: Answer, json: boolean, host: Host): Promise<ExitCode> {
  let text: string;
  try {
    // A verb that goes on running has printed its document when it began, and leaves undefined.
    text = json ? (JSON.stringify(answer.json(), null, 2) ?? "") : answer.text();
  } catch (error) {
    const { failure } = await import("./failure.ts");
    return print(failure(error), json, host);
  }
  if (text !== "") (answer.failed === true && !json ? host.stderr : host.stdout).write(`${text}\n`);
  return answer.exit;
}

/** Asked of the raw arguments, because a command line that cannot be read still has to be answered in JSON. */
function asksForJson(args: readonly string[]): boolean {
  const end = args.indexOf("--");
  return (end < 0 ? args : args.slice(0, end)).includes("--json");
}
