import type { LiveSecond } from "@holdpoint/drills";
import { wantsColor } from "../../color.ts";
import type { Host } from "../../host.ts";
import { painter } from "../../reporters/text/paint.ts";
import { LiveBlock } from "./live-block.ts";

export interface LiveScreen {
  readonly onSecond: (live: LiveSecond) => void;
  /** Takes the block away; call it however the run ends. */
  readonly stop: () => void;
}

const SILENT: LiveScreen = { onSecond: () => undefined, stop: () => undefined };

/** One block on stderr, painted again each second; nothing where stderr is no terminal, or quiet or JSON is wanted. */
export function liveScreen(
  url: string,
  { stderr, env }: Host,
  { quiet, json }: { readonly quiet: boolean; readonly json: boolean },
): LiveScreen {
  if (!stderr.isTerminal || quiet || json) return SILENT;
  const block = new LiveBlock(url);
  const paint = painter(wantsColor(stderr, env));
  let painted = 0;
  const repaint = (lines: readonly string[]): void => {
    const back = painted === 0 ? "" : `\u001b[${painted}A\r\u001b[J`;
    stderr.write(`${back}${lines.map((line) => `${line}\n`).join("")}`);
    painted = lines.length;
  };
  repaint(block.lines(stderr.columns, paint));
  return {
    onSecond: (live) => {
      block.take(live);
      repaint(block.lines(stderr.columns, paint));
    },
    stop: () => repaint([]),
  };
}
