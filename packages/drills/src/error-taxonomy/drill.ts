import type { ErrorProvocation, ErrorTaxonomyBody, GatewayDrillConfig } from "@holdpoint/core";
import { ERRORS, KIND } from "@holdpoint/core";
import type { Drill, DrillContext } from "../drill.ts";
import { drillOf } from "../drill.ts";
import { objectOf, textOf } from "../http-probe.ts";
import { readPage } from "../io/read-page.ts";
import type { Lie } from "../mutants/lie.ts";
import { CANNOT_BOUND_FILES, EXCUSED, LEFT_OUT_QUICK } from "./excused.ts";
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

export interface ErrorTaxonomyTerms extends GatewayDrillConfig {
  /** What stands in front of the gateway and lies; null for an honest one. */
  readonly lie?: Lie | null;
  /** Leaves out what takes more than a few seconds. */
  readonly quick?: boolean;
}

const FAMILIES = /^HP-(?:GATEWAY|ACTION)-/;
const PAGE = "docs/reference/errors.md";

export const errorTaxonomy: Drill = drillOf<ErrorTaxonomyBody>({
  kind: KIND.errorTaxonomy,
  version: "1",
  title: "Provokes every error that a running gateway can be made to give",
  run: async (context) => {
    const body = await provokeErrors(context, context.config as GatewayDrillConfig);
    return { samples: body.provocations.length, body };
  },
});

/** Starts a gateway and provokes its errors, one after the other. */
export async function provokeErrors(context: DrillContext, terms: ErrorTaxonomyTerms): Promise<ErrorTaxonomyBody> {
  const { command, lie = null, quick = false } = terms;
  const room = await openRoom(context, command, lie);
  try {
    const slow = quick ? null : provokeRaw(room, SLOW_PROVOCATION);
    const openapi = await answered(room.probe("GET", "/v1/openapi.json"));
    const provocations: ErrorProvocation[] = [
      ...(await provokeHttp(room)),
      ...(await provokeStates(room)),
      ...(await provokeActions(room)),
    ];
    const excused = new Map(Object.entries(EXCUSED));
    if (quick) {
      for (const code of ["HP-GATEWAY-TIMEOUT", "HP-GATEWAY-STORAGE-FULL"]) excused.set(code, LEFT_OUT_QUICK);
    } else {
      provocations.push(...(await provokeStream(room)), ...(await provokeStarts(room)));
      if (await canBoundFiles(context)) provocations.push(await provokeFull(room, command));
      else excused.set("HP-GATEWAY-STORAGE-FULL", CANNOT_BOUND_FILES);
    }
    if (slow !== null) provocations.push(await slow);
    const after = await steadyState(room);
    if (!quick) provocations.push(await provokeStopping(room));
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

function registered(): ErrorTaxonomyBody["registry"] {
  return Object.entries(ERRORS)
    .filter(([code]) => FAMILIES.test(code))
    .map(([code, { title, status, retryable }]) => ({ code, title, status, retryable }));
}

async function steadyState({ probe, tokens }: Room): Promise<ErrorTaxonomyBody["after"]> {
  const live = await answered(probe("GET", "/livez"));
  const ready = await answered(probe("GET", "/readyz"));
  const body = { adapter: "sound", operation: "ok", arguments: { text: "honest" } };
  const action = await answered(probe("POST", "/v1/actions", { body, token: tokens["requester"] ?? null }));
  const state = textOf(objectOf(action?.json)["state"]);
  return { live: live?.status === 200, ready: ready?.status === 200, honestAction: state === "" ? null : state };
}
