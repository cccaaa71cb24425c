import type { FailClosedBody, FailClosedRule, GatewayDrillConfig } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import type { Drill, DrillContext } from "../drill.ts";
import { drillOf } from "../drill.ts";
import { answered, openRoom } from "../error-taxonomy/room.ts";
import { startRedirector } from "../io/redirector.ts";
import type { Lie } from "../mutants/lie.ts";
import type { Bench } from "./bench.ts";
import { benchOf } from "./bench.ts";
import type { ProgramProbe } from "./probe-program.ts";
import { probeProgram } from "./probe-program.ts";
import { gatewayFile, POLICY } from "./scene.ts";
import { tryAccess, tryDoors } from "./try-doors.ts";
import { tryFull } from "./try-full.ts";
import { tryPeople } from "./try-people.ts";
import { tryStarts } from "./try-starts.ts";
import { trySubmissions } from "./try-submissions.ts";

/** What is tried; each part is done on its own. */
export type FailClosedPart = "submissions" | "people" | "doors" | "access" | "probe" | "full" | "starts";

const ALL_PARTS: readonly FailClosedPart[] = ["submissions", "people", "doors", "access", "probe", "full", "starts"];

export interface FailClosedOptions {
  /** What stands in front of the gateway and lies; null for an honest one. */
  readonly lie?: Lie | null;
  /** All where nothing is said. */
  readonly parts?: readonly FailClosedPart[];
}

export const failClosed: Drill = drillOf<FailClosedBody>({
  kind: KIND.failClosed,
  version: "1",
  title: "Tries every rule by which the gateway must refuse",
  run: async (context) => {
    const body = await runFailClosed(context);
    return { samples: body.rules.length, body };
  },
});

/** Starts a gateway and tries its rules, one part after the other. */
export async function runFailClosed(
  context: DrillContext,
  { lie = null, parts = ALL_PARTS }: FailClosedOptions = {},
): Promise<FailClosedBody> {
  const { command } = context.config as GatewayDrillConfig;
  // It sends elsewhere whatever it is sent: to itself, so that following it would be a call that never ends well.
  const redirector = await startRedirector("/elsewhere");
  const scene = {
    policy: POLICY,
    gatewayFile: (to: Parameters<typeof gatewayFile>[0]) => gatewayFile(to, redirector.url),
  };
  try {
    const room = await openRoom(context, command, lie, scene);
    try {
      return await tryParts(benchOf(room), command, parts);
    } finally {
      await room.close();
    }
  } finally {
    await redirector.close();
  }
}

async function tryParts(
  bench: Bench,
  command: readonly string[],
  parts: readonly FailClosedPart[],
): Promise<FailClosedBody> {
  const { room } = bench;
  const rules: FailClosedRule[] = [];
  if (parts.includes("submissions")) rules.push(...(await trySubmissions(bench)));
  if (parts.includes("people")) rules.push(...(await tryPeople(bench)));
  if (parts.includes("doors")) rules.push(...(await tryDoors(bench)));
  const access = parts.includes("access") ? await tryAccess(bench) : [];
  const ready = await answered(room.probe("GET", "/readyz"));
  const honest = await bench.submit("count");
  const after = { ready: ready?.status === 200, honestAction: honest.word, effects: honest.effects };
  const probed = parts.includes("probe") ? await probeProgram(room) : NOT_PROBED;
  rules.push(...probed.rules);
  if (parts.includes("full")) rules.push(await tryFull(bench, command));
  if (parts.includes("starts")) rules.push(...(await tryStarts(bench)));
  room.assertLied();
  return { rules, access, probe: probed.probe, after };
}

const NOT_PROBED: ProgramProbe = { probe: { version: "", announced: 0, exitCode: null }, rules: [] };
