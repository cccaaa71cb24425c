import type { JsonObject } from "@holdpoint/core";
import type { KeysWire } from "../http/wire/keys-wire.ts";
import { jsonOf, queryOf } from "./answers.ts";
import type { BreakersWire, CapabilitiesWire, ConfigWire, ReadinessWire } from "./client-types.ts";
import type { CallOptions, GatewayAnswer, TransportTerms } from "./transport.ts";
import { send } from "./transport.ts";

const UNAVAILABLE = 503;

/** What runs the house. */
export interface HouseClient {
  capabilities(options?: CallOptions): Promise<CapabilitiesWire>;
  /** Whether work is taken, and if not, why; a gateway that is not ready answers too. */
  health(options?: CallOptions): Promise<ReadinessWire>;
  /** The newest signed checkpoint (C2SP). */
  checkpoint(options?: CallOptions): Promise<string>;
  /** The public keys of ledger and guardian; whom to trust is decided elsewhere, by fingerprint. */
  keys(options?: CallOptions): Promise<KeysWire>;
  readonly breakers: {
    list(options?: CallOptions): Promise<BreakersWire>;
    metrics(lastN?: number, options?: CallOptions): Promise<BreakersWire>;
    reset(name: string, options?: CallOptions): Promise<JsonObject>;
  };
  readonly config: {
    get(options?: CallOptions): Promise<ConfigWire>;
    /** JSON merge patch; `etag` is that of what was read. */
    patch(patch: JsonObject, etag: string, options?: CallOptions): Promise<ConfigWire>;
  };
}

export function houseClient(terms: TransportTerms): HouseClient {
  const get = (path: string, options?: CallOptions): Promise<GatewayAnswer> =>
    send(terms, { method: "GET", path, repeatable: true }, options);
  return {
    capabilities: async (options) => jsonOf(await get("/v1/capabilities", options)),
    health: async (options) => {
      const call = { method: "GET", path: "/readyz", repeatable: true, accepts: [UNAVAILABLE] } as const;
      return jsonOf(await send(terms, call, options));
    },
    checkpoint: async (options) => (await get("/v1/checkpoint", options)).text,
    keys: async (options) => jsonOf(await get("/v1/keys", options)),
    breakers: {
      list: async (options) => jsonOf(await get("/v1/breakers", options)),
      metrics: async (lastN, options) =>
        jsonOf(await get(`/v1/breakers/metrics${queryOf({ last_n: lastN })}`, options)),
      reset: async (name, options) => {
        const path = `/v1/breakers/${encodeURIComponent(name)}/reset`;
        return jsonOf(await send(terms, { method: "POST", path, body: {}, repeatable: false }, options));
      },
    },
    config: {
      get: async (options) => configOf(await get("/v1/config", options)),
      patch: async (patch, etag, options) => {
        const call = {
          method: "PATCH",
          path: "/v1/config",
          headers: { "if-match": etag },
          contentType: "application/merge-patch+json",
          body: patch,
          repeatable: false,
        } as const;
        return configOf(await send(terms, call, options));
      },
    },
  };
}

function configOf(answer: GatewayAnswer): ConfigWire {
  return { config: jsonOf(answer), etag: answer.headers.get("etag") ?? "" };
}
