import type { Timers } from "../engine/timers.ts";

/** The part of a WebSocket that is asked whether anybody is there. */
export interface Pingable {
  on(event: "pong", listener: () => void): unknown;
  ping(): void;
  terminate(): void;
}

/** Pings in intervals, and ends a connection whose peer did not answer in the interval before. Returns how to stop. */
export function keepAlive(socket: Pingable, intervalMs: number, timers: Pick<Timers, "set" | "clear">): () => void {
  let answered = true;
  let timer: unknown = null;
  const tick = (): void => {
    if (!answered) {
      socket.terminate();
      return;
    }
    answered = false;
    socket.ping();
    timer = timers.set(tick, intervalMs);
  };
  socket.on("pong", () => {
    answered = true;
  });
  timer = timers.set(tick, intervalMs);
  return () => timers.clear(timer);
}
