import type { GatewayDrillConfig, LoadPlan, LoadRunConfig } from "@holdpoint/core";
import { HoldpointError } from "@holdpoint/core";
import type { DrillContext } from "../drill.ts";
import { withHouse } from "../gateway/house.ts";
import type { DrillRule } from "../gateway/gateway-file.ts";
import { tokenOf } from "../gateway/token-of.ts";
import { startSubject } from "../io/under-load/start-subject.ts";

/** What is under load, ready to be. */
export interface UnderLoad {
  /** The configured plan with its URL and data filled in. */
  readonly plan: LoadPlan;
  /** Null where nothing was started, so that nothing is known of its process. */
  readonly pid: number | null;
  /** For its metrics. */
  readonly token: string | null;
}

/** The one adapter of a gateway that is put under load: its other side answers at once. */
const ADAPTER = "steady";
const RULES: readonly DrillRule[] = [{ id: "all", adapters: ["*"], decision: "allow" }];
/** Rows of a plan's data: `${gateway.requester}` is the token of who may submit. */
const TOKENS = "gateway";
const ROLES = ["requester", "operator"] as const;

/**
 * Starts what a load names, hands it over, and ends it whatever happens.
 *
 * @throws HoldpointError `HP-RUN-NO-COLLECTOR` where a gateway is to be started and none is configured
 */
export async function withSubject<T>(
  { plan, start, readyUrl, readyTimeoutMs }: LoadRunConfig,
  gateway: GatewayDrillConfig | null,
  context: DrillContext,
  use: (subject: UnderLoad) => Promise<T>,
): Promise<T> {
  if (start === null) return use({ plan, pid: null, token: null });
  if (start === "gateway") return withGateway(plan, gateway, context, use);
  const { root, signal } = context;
  const subject = await startSubject({
    command: start,
    cwd: root,
    readyUrl: readyUrl ?? plan.url,
    readyTimeoutMs,
    signal,
  });
  try {
    return await use({ plan, pid: subject.pid, token: null });
  } finally {
    await subject.stop();
  }
}

async function withGateway<T>(
  plan: LoadPlan,
  gateway: GatewayDrillConfig | null,
  context: DrillContext,
  use: (subject: UnderLoad) => Promise<T>,
): Promise<T> {
  if (gateway === null) {
    const detail = "holdpoint.yaml has no `drills.gateway` part, so there is no gateway to start for a load";
    throw new HoldpointError("HP-RUN-NO-COLLECTOR", detail);
  }
  const terms = {
    adapters: ({ upstream }: { readonly upstream: string }) => [{ name: ADAPTER, url: upstream, idempotent: true }],
    rules: RULES,
    approvalTtl: "60s",
    settings: {},
    lie: null,
  };
  return withHouse({ ...context, config: gateway }, terms, async (house) => {
    const row = Object.fromEntries(ROLES.map((role) => [role, tokenOf(house.tokens, role)]));
    const data = [...plan.data, { name: TOKENS, rows: [row], pick: "sequential" } as const];
    return use({
      plan: { ...plan, url: house.url(), data },
      pid: house.pid(),
      token: tokenOf(house.tokens, "operator"),
    });
  });
}
