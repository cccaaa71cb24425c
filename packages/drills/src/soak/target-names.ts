import type { SoakPlan } from "@holdpoint/core";

/** What a soak needs for itself: what it measures, and the configuration that it may change. */
export function targetNames(
  { target, applier }: Pick<SoakPlan, "target" | "applier">,
  root: string,
): readonly string[] {
  const measured = target.kind === "command" ? commandName(root, target.run) : new URL(target.load.url).host;
  if (applier === null) return [measured];
  if (applier.kind === "file") return [measured, `${root}/${applier.path}`];
  if (applier.kind === "command") return [measured, commandName(root, applier.read)];
  const { origin, pathname } = new URL(applier.url);
  return [measured, `${origin}${pathname}`];
}

function commandName(root: string, command: readonly string[]): string {
  return `${command.join(" ")} in ${root}`;
}
