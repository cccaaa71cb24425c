import type { Collected, GatewayDrillConfig, LoadBody, LoadRunConfig, ResourcesBody } from "@holdpoint/core";
import { expositionBody, KIND } from "@holdpoint/core";
import type { DrillContext } from "../drill.ts";
import { makeDrillFolder } from "../io/drill-folder.ts";
import { runLoad } from "../io/load/run/run-load.ts";
import { sha256OfFile } from "../io/under-load/file-digest.ts";
import { fetchPage } from "../io/under-load/fetch-page.ts";
import { lookWhile } from "../io/under-load/look-while.ts";
import { readTree } from "../io/under-load/process-tree.ts";
import { leakSelfTest } from "./leak-self-test.ts";
import { planDigest } from "../load/report/plan-digest.ts";
import type { UnderLoad } from "./subject.ts";
import { withSubject } from "./subject.ts";
import { Watch } from "./watch.ts";

export interface LoadToRun {
  readonly id: string;
  readonly from: LoadRunConfig;
  readonly gateway: GatewayDrillConfig | null;
}

const PRODUCER = { name: "holdpoint-load", version: "1" };
const LOOK_DEFAULT_MS = 1000;
/** Share of the load in which a program fills its caches and its compiler works. */
const SETTLING_SHARE = 0.25;

/** Runs one load of the configuration and hands over all that was seen: figures, resources and metrics. */
export async function runConfiguredLoad({ id, from, gateway }: LoadToRun, context: DrillContext): Promise<Collected[]> {
  const { signal, nowMs } = context;
  const folder = makeDrillFolder();
  try {
    return await withSubject(from, gateway, context, async (subject) => {
      const watch = watchOf(from, subject, context);
      const { body, artifact } = await lookWhile(
        from.resourcesEveryMs ?? LOOK_DEFAULT_MS,
        () => watch.look(),
        () => runLoad(subject.plan, { ...PRODUCER, id, folder: folder.path, signal, nowMs }),
      );
      await watch.look();
      const inputs = [{ name: `load ${id}`, sha256: sha256OfFile(artifact) }];
      const times = { startedAtMs: watch.startedMs, finishedAtMs: nowMs() };
      const common = { provenance: "measured", producer: PRODUCER, inputs, ...times } as const;
      const samples = body.completed + body.failed;
      const bodies: Collected[] = [{ ...common, kind: KIND.load, samples, body: asConfigured(body, from) }];
      if (from.metricsPath !== null) {
        const page = expositionBody({ source: id, scrapes: watch.pages, wanted: from.metricsWanted });
        bodies.push({ ...common, kind: KIND.metricsExposition, samples: page.scrapes.length, body: page });
      }
      if (from.resourcesEveryMs !== null) {
        const held = await resourcesOf(id, subject, watch, body, context);
        const samples = held.series.reduce((sum, { points }) => sum + points.length, 0);
        bodies.push({ ...common, kind: KIND.resources, samples, body: held });
      }
      return bodies;
    });
  } finally {
    folder.remove();
  }
}

/** Ports and tokens are other ones each time; what two runs share is what was configured. */
function asConfigured(body: LoadBody, { plan, start }: LoadRunConfig): LoadBody {
  if (start !== "gateway") return body;
  return { ...body, url: plan.url, terms: { ...body.terms, planSha256: planDigest(plan) } };
}

function watchOf(from: LoadRunConfig, { plan, pid, token }: UnderLoad, { nowMs, signal }: DrillContext): Watch {
  const url = from.metricsPath === null ? null : new URL(from.metricsPath, plan.url).href;
  const access = token === null ? {} : { token };
  return new Watch({
    nowMs,
    fetchPage: url === null ? null : () => fetchPage(url, { nowMs, signal, ...access }),
    readTree: pid === null || from.resourcesEveryMs === null ? null : () => readTree(pid),
  });
}

async function resourcesOf(
  id: string,
  { plan }: UnderLoad,
  watch: Watch,
  { completed, durationMs }: LoadBody,
  { signal, nowMs }: DrillContext,
): Promise<ResourcesBody> {
  return {
    subject: id,
    startedAtMs: watch.startedMs,
    steadyFromMs: Math.round(plan.warmUpMs + durationMs * SETTLING_SHARE),
    series: watch.resources.series(),
    faulted: [],
    requests: completed,
    selfTest: await leakSelfTest({ signal, nowMs }),
  };
}
