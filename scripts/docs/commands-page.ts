import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);
const COMMAND = "packages/holdpoint/bin/holdpoint.js";

/** Markdown of every verb, made from what `--help` says. */
export async function commandsPage(root: string): Promise<string> {
  const top = await help(root, []);
  const verbs = commandsIn(top);
  if (verbs.length === 0) throw new Error("'holdpoint --help' lists no verb");
  const sections = await Promise.all(verbs.map((verb) => section(root, [verb])));
  const intro = "Generated from `holdpoint --help`; edit the verbs in `packages/holdpoint`, then run `npm run fix`.";
  return `${["# Commands", "", intro, "", ...block(top), ...sections.flat()].join("\n").trimEnd()}\n`;
}

async function section(root: string, verb: readonly string[]): Promise<string[]> {
  const text = await help(root, verb);
  const below = await Promise.all(commandsIn(text).map((name) => section(root, [...verb, name])));
  return [`${"#".repeat(verb.length + 1)} ${verb.join(" ")}`, "", ...block(text), ...below.flat()];
}

function block(text: string): string[] {
  return ["```text", text.trimEnd(), "```", ""];
}

/** Names in the COMMANDS part of a help text. */
export function commandsIn(text: string): string[] {
  const part = /^COMMANDS\n((?: {2}.+\n?)+)/m.exec(text)?.[1] ?? "";
  return part.split("\n").flatMap((line) => /^ {2}([a-z][a-z-]*)(?: |$)/.exec(line)?.[1] ?? []);
}

async function help(root: string, verb: readonly string[]): Promise<string> {
  const args = ["--conditions=holdpoint-source", join(root, COMMAND), ...verb, "--help"];
  const { stdout } = await run(process.execPath, args, { cwd: root, env: { ...process.env, NO_COLOR: "1" } });
  if (stdout.trim() === "") throw new Error(`'holdpoint ${verb.join(" ")} --help' says nothing`);
  return stdout;
}
