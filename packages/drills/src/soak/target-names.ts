import { join } from "node:path";
import type { SoakPlan } from "@holdpoint/core";

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?=:|$)/;

/**
 * What a soak needs for itself: what it measures, and the configuration that it may change. What is behind HTTP goes by
 * its host, so that nobody tunes what another one measures; all names of this machine are one.
 *
 * @param root absolute path where commands are started and paths begin
 */
export function targetNames(
  { target, applier }: Pick<SoakPlan, "target" | "applier">,
  root: string,
): readonly string[] {
  const measured = target.kind === "command" ? commandName(root, target.run) : hostOf(target.load.url);
  if (applier === null) return [measured];
  if (applier.kind === "file") return [measured, join(root, applier.path)];
  return [...new Set([measured, applier.kind === "http" ? hostOf(applier.url) : commandName(root, applier.read)])];
}

/** With its port, also where it is the scheme's own. */
function hostOf(url: string): string {
  const { protocol, hostname, port } = new URL(url);
  const known: Readonly<Record<string, string>> = { "http:": "80", "ws:": "80", "https:": "443", "wss:": "443" };
  return `${hostname}:${port === "" ? (known[protocol] ?? "") : port}`.replace(LOOPBACK, "this machine");
}

function commandName(root: string, command: readonly string[]): string {
  return `${command.join(" ")} in ${root}`;
}
