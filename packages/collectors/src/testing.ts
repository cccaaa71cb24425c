import type { CollectContext } from "@holdpoint/core";
import { SCENE_CANDIDATE } from "@holdpoint/core";

/** What a collector is given in a test. */
export function collectContext(root: string, config: unknown): CollectContext {
  return {
    root,
    candidate: SCENE_CANDIDATE,
    config,
    base: null,
    carried: {},
    nowMs: () => 0,
    signal: new AbortController().signal,
  };
}
