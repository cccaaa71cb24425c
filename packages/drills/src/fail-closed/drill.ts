import type { FailClosedBody, FailClosedRule, GatewayDrillConfig } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import type { Drill, DrillContext } from "../drill.ts";
import { drillOf } from "../drill.ts";
import { answered, openRoom } from "../error-taxonomy/room.ts";
import { startRedirector } from "../io/redirector.ts";
import type { Lie } from "../mutants/lie.ts";
import { benchOf } from "./bench.ts";
import { probeProgram } from "./probe-program.ts";
import { gatewayFile, POLICY } from "./scene.ts";
import { tryAccess, tryDoors } from "./try-doors.ts";
import { tryFull } from "./try-full.ts";
import { tryPeople } from "./try-people.ts";
import { tryStarts } from "./try-starts.ts";
import { trySubmissions } from "./try-submissions.ts";

export interface FailClosedTerms extends GatewayDrillConfig {
  /** What stands in front of the gateway and lies; null for an honest one. */
  readonly lie?: Lie | null;
  /** Only what goes over HTTP to the one gateway. */
  readonly quick?: boolean;
}

export const failClosed: Drill = drillOf<FailClosedBody>({
  kind: KIND.failClosed,
  version: "1",
  title: "Tries every rule by which the gateway must refuse",
  run: async (context) => {
    const body = await tryRules(context, context.config as GatewayDrillConfig);
    return { samples: body.rules.length, body };
  },
});

/** Starts a gateway and tries its rules, one after the other. */
export async function tryRules(context: DrillContext, terms: FailClosedTerms): Promise<FailClosedBody> {
  const { command, lie = null, quick = false } = terms;
  // It sends elsewhere whatever it is sent: to itself, so that following it would be a call that never ends well.
  const redirector = await startRedirector("/elsewhere");
  const scene = {
    policy: POLICY,
    gatewayFile: (to: Parameters<typeof gatewayFile>[0]) => gatewayFile(to, redirector.url),
  };
  try {
    const room = await openRoom(context, command, lie, scene);
    try {
      const bench = benchOf(room);
      const rules: FailClosedRule[] = [
        ...(await trySubmissions(bench)),
        ...(await tryPeople(bench)),
        ...(await tryDoors(bench)),
      ];
      const access = await tryAccess(bench);
      const ready = await answered(room.probe("GET", "/readyz"));
      const honest = await bench.submit("count");
      const after = { ready: ready?.status === 200, honestAction: honest.word, effects: honest.effects };
      if (quick) return { rules, access, probe: { version: "", announced: 0, exitCode: null }, after };
      const probed = await probeProgram(room);
      rules.push(...probed.rules, await tryFull(bench, command), ...(await tryStarts(bench)));
      return { rules, access, probe: probed.probe, after };
    } finally {
      await room.close();
    }
  } finally {
    await redirector.close();
  }
}
