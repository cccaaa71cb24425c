import type { JsonObject } from "@holdpoint/core";
import { HoldpointError } from "@holdpoint/core";
import { clip } from "../../reading/clip.ts";
import { textMember } from "../json-lines.ts";

const ACTIONS = [
  "start",
  "run",
  "pause",
  "cont",
  "pass",
  "bench",
  "fail",
  "output",
  "skip",
  "attr",
  "artifacts",
  "build-output",
  "build-fail",
] as const;

export type GoAction = (typeof ACTIONS)[number];

/** One line of `go test -json` (cmd/test2json, and `go help buildjson` for the `build-` actions). */
export interface GoEvent {
  readonly action: GoAction;
  readonly package: string;
  /** Null for an event of the package as a whole. */
  readonly test: string | null;
  readonly elapsedMs: number | null;
  readonly output: string;
  /** The build that failed and took the package with it. */
  readonly failedBuild: string | null;
}

/** Throws `HP-READ-SYNTAX` for an action that is not known, because it might be a verdict. */
export function goEvent(event: JsonObject, file: string, line: number): GoEvent {
  const fail = (detail: string): never => {
    throw new HoldpointError("HP-READ-SYNTAX", detail, { file, line, column: 1 });
  };
  const text = (key: string): string | null => textMember(event, key, file, line);
  const word = text("Action") ?? fail("an event without Action");
  const action = ACTIONS.find((one) => one === word) ?? fail(`"${clip(word, 40)}" is not an action that is known`);
  const isBuild = action === "build-output" || action === "build-fail";
  const name = (isBuild ? text("ImportPath") : null) ?? text("Package") ?? (isBuild ? "" : fail("no Package"));
  const elapsed = event["Elapsed"];
  if (elapsed !== undefined && (typeof elapsed !== "number" || elapsed < 0)) fail("Elapsed must be a number from 0");
  return {
    action,
    package: name,
    test: text("Test"),
    elapsedMs: typeof elapsed === "number" ? elapsed * 1_000 : null,
    output: text("Output") ?? "",
    failedBuild: text("FailedBuild"),
  };
}
