import { HoldpointError } from "@holdpoint/core";
import type { ActionsClient } from "./actions.ts";
import { actionsClient } from "./actions.ts";
import type { DeadLettersClient } from "./dead-letters.ts";
import { deadLettersClient } from "./dead-letters.ts";
import type { HouseClient } from "./house.ts";
import { houseClient } from "./house.ts";
import type { ClientPlatform } from "./platform.ts";
import { PLATFORM } from "./platform.ts";

export interface ClientOptions extends Partial<ClientPlatform> {
  /** Where the gateway listens: `http://127.0.0.1:8377`. */
  readonly url: string;
  /** A function is asked for each call, so that a token can be rotated. */
  readonly token: string | (() => string);
  /** For one attempt, besides the time that a call asks the gateway to wait; default 30 s. */
  readonly timeoutMs?: number;
  /** Repetitions of one call; default 5. */
  readonly retries?: number;
}

export interface GatewayClient extends ActionsClient, HouseClient {
  readonly deadLetters: DeadLettersClient;
}

const TIMEOUT_DEFAULT_MS = 30_000;
const RETRIES_DEFAULT = 5;
const RETRIES_MAX = 20;

/**
 * A client of a gateway. Calls that cannot have acted, that read, or that bring an idempotency key (a submission always
 * does) are repeated when the gateway is not there or has too much to do, with the same key.
 *
 * @throws HoldpointError `HP-USAGE` for a URL that is none
 * @example
 * const gateway = createClient({ url: "http://127.0.0.1:8377", token });
 * const { result } = await gateway.run({ adapter: "echo", operation: "echo", arguments: { hello: "world" } });
 */
export function createClient(options: ClientOptions): GatewayClient {
  const { url, token, timeoutMs = TIMEOUT_DEFAULT_MS, retries = RETRIES_DEFAULT, ...platform } = options;
  const terms = {
    ...PLATFORM,
    ...platform,
    url: baseOf(url),
    token,
    timeoutMs,
    retries: Math.min(RETRIES_MAX, Math.max(0, Math.floor(retries))),
  };
  return { ...actionsClient(terms), ...houseClient(terms), deadLetters: deadLettersClient(terms) };
}

function baseOf(text: string): string {
  const isUrl = URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
  if (!isUrl) throw new HoldpointError("HP-USAGE", `'${text}' is not the URL of a gateway`);
  return text.replace(/\/+$/, "");
}
