import type { DeadLetterDetailWire, DeadLetterWire } from "../http/wire/dead-letter-wire.ts";
import type { ReplayFilterWire, ReplayPlanWire, ReplayRunWire } from "../http/wire/replay-wire.ts";
import { jsonOf, queryOf } from "./answers.ts";
import type { DeadLetterFilter } from "./client-types.ts";
import type { PageWire } from "./pages.ts";
import { itemsOf } from "./pages.ts";
import type { Call, CallOptions, TransportTerms } from "./transport.ts";
import { send } from "./transport.ts";

const PAGE_ITEMS_DEFAULT = 200;
const REPLAY = "/v1/dead-letters/replay";

export interface ReplayTerms {
  /** New actions a second; default the gateway's. */
  readonly ratePerSecond?: number;
  /** At most so many. */
  readonly max?: number;
}

/** Dead letters and their replay: first a plan, then its run. */
export interface DeadLettersClient {
  list(filter?: DeadLetterFilter, options?: CallOptions): AsyncGenerator<DeadLetterWire, void, undefined>;
  /** With its arguments, which lists leave out. */
  get(id: string, options?: CallOptions): Promise<DeadLetterDetailWire>;
  /** What a replay would do; nothing happens. */
  plan(filter: ReplayFilterWire, options?: CallOptions): Promise<ReplayPlanWire>;
  run(planId: string, terms?: ReplayTerms, options?: CallOptions): Promise<ReplayRunWire>;
  status(runId: string, options?: CallOptions): Promise<ReplayRunWire>;
  abort(runId: string, options?: CallOptions): Promise<ReplayRunWire>;
}

export function deadLettersClient(terms: TransportTerms): DeadLettersClient {
  const ask = async <Value>(call: Call, options?: CallOptions): Promise<Value> =>
    jsonOf(await send(terms, call, options));
  const read = <Value>(path: string, options?: CallOptions): Promise<Value> =>
    ask({ method: "GET", path, repeatable: true }, options);
  const runPath = (id: string): string => `${REPLAY}/${encodeURIComponent(id)}`;
  return {
    list: (filter = {}, options) =>
      itemsOf((cursor) => {
        const query = queryOf({ limit: PAGE_ITEMS_DEFAULT, ...filter, cursor });
        return read<PageWire<DeadLetterWire>>(`/v1/dead-letters${query}`, options);
      }),
    get: (id, options) => read(`/v1/dead-letters/${encodeURIComponent(id)}`, options),
    plan: (filter, options) => {
      const body = { mode: "plan", filter: filter as never };
      return ask({ method: "POST", path: REPLAY, body, repeatable: true }, options);
    },
    run: (planId, { ratePerSecond, max } = {}, options) => {
      const body = {
        mode: "run",
        plan_id: planId,
        ...(ratePerSecond === undefined ? {} : { rate_per_second: ratePerSecond }),
        ...(max === undefined ? {} : { max }),
      };
      return ask({ method: "POST", path: REPLAY, body, repeatable: false }, options);
    },
    status: (id, options) => read(runPath(id), options),
    abort: (id, options) => ask({ method: "POST", path: `${runPath(id)}/abort`, body: {}, repeatable: false }, options),
  };
}
