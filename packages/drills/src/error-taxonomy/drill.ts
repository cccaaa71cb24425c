import type { ErrorProvocation, ErrorTaxonomyBody, GatewayDrillConfig } from "@holdpoint/core";
import { ERRORS, KIND } from "@holdpoint/core";
import type { Drill, DrillContext } from "../drill.ts";
import { drillOf } from "../drill.ts";
import { tokenOf } from "../gateway/token-of.ts";
import { objectOf, textOf } from "../http-probe.ts";
import { readPage } from "../io/read-page.ts";
import type { Lie } from "../mutants/lie.ts";
import { CANNOT_BOUND_FILES, EXCUSED } from "./excused.ts";
import { codesOnPage, operationsOf } from "./openapi.ts";
import { provokeActions } from "./provoke-actions.ts";
import { canBoundFiles, provokeFull } from "./provoke-full.ts";
import { provokeHttp, provokeRaw, provokeStates } from "./provoke-http.ts";
import { provokeStarts } from "./provoke-starts.ts";
import { provokeStopping } from "./provoke-stopping.ts";
import { provokeStream } from "./provoke-stream.ts";
import { SLOW_PROVOCATION } from "./raw-provocations.ts";
import type { Room } from "./room.ts";
import { answered, openRoom } from "./room.ts";

/** Where errors are provoked; each part is done on its own. */
export type ErrorTaxonomyPart = "slow" | "http" | "states" | "actions" | "stream" | "starts" | "full" | "stopping";

const ALL_PARTS: readonly ErrorTaxonomyPart[] = [
  "slow",
  "http",
  "states",
  "actions",
  "stream",
  "starts",
  "full",
  "stopping",
];

export interface ErrorTaxonomyOptions {
  /** What stands in front of the gateway and lies; null for an honest one. */
  readonly lie?: Lie | null;
  /** All where nothing is said. */
  readonly parts?: readonly ErrorTaxonomyPart[];
}

const FAMILIES = /^HP-(?:GATEWAY|ACTION)-/;
const PAGE = "docs/reference/errors.md";

export const errorTaxonomy: Drill = drillOf<ErrorTaxonomyBody>({
  kind: KIND.errorTaxonomy,
  version: "1",
  title: "Provokes every error that a running gateway can be made to give",
  run: async (context) => {
    const body = await runErrorTaxonomy(context);
    return { samples: body.provocations.length, body };
  },
});

/** Starts a gateway and provokes its errors, one part after the other; what takes long is begun first. */
export async function runErrorTaxonomy(
  context: DrillContext,
  { lie = null, parts = ALL_PARTS }: ErrorTaxonomyOptions = {},
): Promise<ErrorTaxonomyBody> {
  const { command } = context.config as GatewayDrillConfig;
  const room = await openRoom(context, command, lie);
  try {
    const slow = parts.includes("slow") ? provokeRaw(room, SLOW_PROVOCATION) : null;
    const openapi = await answered(room.probe("GET", "/v1/openapi.json"));
    const excused = new Map(Object.entries(EXCUSED));
    const provocations: ErrorProvocation[] = [];
    for (const part of parts) provocations.push(...(await provokePart(room, command, part, excused)));
    if (slow !== null) provocations.push(await slow);
    const after = await steadyState(room);
    if (parts.includes("stopping")) provocations.push(await provokeStopping(room));
    room.assertLied();
    const page = readPage(context.root, PAGE);
    return {
      provocations,
      registry: registered(),
      excused: Array.from(excused, ([code, reason]) => ({ code, reason })),
      documentation: { file: page === null ? null : PAGE, codes: page === null ? [] : codesOnPage(page) },
      operations: operationsOf(openapi?.json),
      after,
    };
  } finally {
    await room.close();
  }
}

async function provokePart(
  room: Room,
  command: readonly string[],
  part: ErrorTaxonomyPart,
  excused: Map<string, string>,
): Promise<readonly ErrorProvocation[]> {
  if (part === "http") return provokeHttp(room);
  if (part === "states") return provokeStates(room);
  if (part === "actions") return provokeActions(room);
  if (part === "stream") return provokeStream(room);
  if (part === "starts") return provokeStarts(room);
  if (part !== "full") return [];
  if (await canBoundFiles(room.context)) return [await provokeFull(room, command)];
  excused.set("HP-GATEWAY-STORAGE-FULL", CANNOT_BOUND_FILES);
  return [];
}

function registered(): ErrorTaxonomyBody["registry"] {
  return Object.entries(ERRORS)
    .filter(([code]) => FAMILIES.test(code))
    .map(([code, { title, status, retryable }]) => ({ code, title, status, retryable }));
}

async function steadyState({ probe, tokens }: Room): Promise<ErrorTaxonomyBody["after"]> {
  const live = await answered(probe("GET", "/livez"));
  const ready = await answered(probe("GET", "/readyz"));
  const body = { adapter: "sound", operation: "ok", arguments: { text: "honest" } };
  const action = await answered(probe("POST", "/v1/actions", { body, token: tokenOf(tokens, "requester") }));
  const state = textOf(objectOf(action?.json)["state"]);
  return { live: live?.status === 200, ready: ready?.status === 200, honestAction: state === "" ? null : state };
}
