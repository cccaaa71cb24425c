import { HoldpointError } from "@holdpoint/core";
import type { Principal } from "../contract/principal.ts";

export const STREAM_PATH = "/v1/stream";
/** What a browser asks for, besides the token that it cannot send as a header. */
export const SUBPROTOCOL = "holdpoint.v1";
const BEARER_SUBPROTOCOL = "holdpoint.bearer.";
const QUERY_KEYS: readonly string[] = ["session", "last_id"];
const SESSION = /^[A-Za-z0-9._:-]{1,128}$/;
const LAST_ID = /^(?:0|[1-9]\d{0,14})$/;

/** The parts of an upgrade request that decide whether it is let in. */
export interface UpgradeRequest {
  readonly url?: string | undefined;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

export interface StreamTokens {
  authenticate(header: string | undefined): Principal | null;
  holderOf(token: string): Principal | null;
}

/** What a connection was opened for. */
export interface Opening {
  readonly principal: Principal;
  /** Only this session's changes; null for all that the principal may see. */
  readonly session: string | null;
  /** Ledger index of the last change that was seen; null for a connection that begins anew. */
  readonly lastId: number | null;
}

/**
 * Decides on an upgrade before anything is upgraded.
 *
 * @throws HoldpointError `HP-GATEWAY-NOT-FOUND`, `-UNAUTHENTICATED`, `-FORBIDDEN` (a page of another origin), `-QUERY`
 */
export function openingOf(request: UpgradeRequest, tokens: StreamTokens): Opening {
  const url = request.url ?? "/";
  const path = url.split("?", 1)[0] ?? "";
  if (path !== STREAM_PATH) throw new HoldpointError("HP-GATEWAY-NOT-FOUND", `nothing is upgraded at ${path}`);
  refuseOtherOrigins(request);
  const principal = principalOf(request, tokens);
  if (principal === null) throw new HoldpointError("HP-GATEWAY-UNAUTHENTICATED", "the stream needs a token");
  return { principal, ...queryOf(new URLSearchParams(url.slice(path.length + 1)), request) };
}

/** The subprotocol that is answered: browsers drop a connection that offered some and was answered none. */
export function chosenSubprotocol(offered: ReadonlySet<string>): string | false {
  if (offered.has(SUBPROTOCOL)) return SUBPROTOCOL;
  return [...offered].find((one) => one.startsWith(BEARER_SUBPROTOCOL)) ?? false;
}

function refuseOtherOrigins({ headers }: UpgradeRequest): void {
  const { origin, host } = headers;
  if (origin === undefined) return;
  // Any page may open a WebSocket anywhere, and CORS does not apply to it.
  const isOwn =
    typeof origin === "string" &&
    typeof host === "string" &&
    URL.canParse(origin) &&
    new URL(origin).host === host.toLowerCase();
  if (!isOwn) throw new HoldpointError("HP-GATEWAY-FORBIDDEN", "the stream is closed to pages of other origins");
}

/** Who holds the token of an upgrade, asked now; null for nobody, and for several tokens. */
export function principalOf({ headers }: UpgradeRequest, tokens: StreamTokens): Principal | null {
  const { authorization } = headers;
  if (typeof authorization === "string") return tokens.authenticate(authorization);
  const offered = String(headers["sec-websocket-protocol"] ?? "").split(",");
  const bearers = offered.map((one) => one.trim()).filter((one) => one.startsWith(BEARER_SUBPROTOCOL));
  const [bearer] = bearers;
  if (bearer === undefined || bearers.length > 1) return null;
  return tokens.holderOf(bearer.slice(BEARER_SUBPROTOCOL.length));
}

function queryOf(query: URLSearchParams, { headers }: UpgradeRequest): Pick<Opening, "session" | "lastId"> {
  for (const key of query.keys()) {
    if (!QUERY_KEYS.includes(key)) throw wrong(`there is no parameter '${key.slice(0, 64)}'`);
    if (query.getAll(key).length > 1) throw wrong(`'${key}' is given twice`);
  }
  const session = query.get("session");
  if (session !== null && !SESSION.test(session))
    throw wrong("'session' is 1 to 128 characters of A-Z a-z 0-9 . _ : -");
  const lastId = query.get("last_id") ?? headers["last-event-id"] ?? null;
  if (lastId === null) return { session, lastId: null };
  if (typeof lastId !== "string" || !LAST_ID.test(lastId)) throw wrong("'last_id' is the id of a change that was sent");
  return { session, lastId: Number(lastId) };
}

function wrong(text: string): HoldpointError {
  return new HoldpointError("HP-GATEWAY-QUERY", text);
}
