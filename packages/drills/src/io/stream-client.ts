import type { JsonObject } from "@holdpoint/core";

/** A WebSocket to `/v1/stream`, with everything that it was told. */
export interface StreamClient {
  readonly messages: readonly JsonObject[];
  send(message: JsonObject): void;
  /** Cuts it without a word. */
  cut(): Promise<void>;
}

const MESSAGES_MAX = 10_000;
const OPEN_TIMEOUT_MS = 5000;
const CLOSE_TIMEOUT_MS = 2000;

/**
 * Opens the stream.
 *
 * @param gatewayUrl `http://…`
 * @param query with its question mark, or empty
 * @throws Error when it is refused or does not open in time
 */
export async function openStream(gatewayUrl: string, token: string, query: string): Promise<StreamClient> {
  const url = `${gatewayUrl.replace(/^http/, "ws")}/v1/stream${query}`;
  const socket = new WebSocket(url, ["holdpoint.v1", `holdpoint.bearer.${token}`]);
  const messages: JsonObject[] = [];
  socket.addEventListener("message", ({ data }) => {
    if (messages.length < MESSAGES_MAX) messages.push(JSON.parse(String(data)) as JsonObject);
  });
  await opened(socket);
  return {
    messages,
    send: (message) => socket.send(JSON.stringify(message)),
    cut: () => closed(socket),
  };
}

function opened(socket: WebSocket): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("the stream does not open")), OPEN_TIMEOUT_MS);
    const settle = (act: () => void) => (): void => {
      clearTimeout(timer);
      act();
    };
    socket.addEventListener("open", settle(resolve), { once: true });
    const refused = settle(() => reject(new Error("the stream was refused")));
    socket.addEventListener("error", refused, { once: true });
    socket.addEventListener("close", refused, { once: true });
  });
}

function closed(socket: WebSocket): Promise<void> {
  return new Promise((resolve) => {
    if (socket.readyState === WebSocket.CLOSED) {
      resolve();
      return;
    }
    const timer = setTimeout(resolve, CLOSE_TIMEOUT_MS);
    socket.addEventListener("close", () => {
      clearTimeout(timer);
      resolve();
    });
    socket.close();
  });
}
