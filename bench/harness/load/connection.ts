import type { Socket } from "node:net";
import { connect } from "node:net";
import type { Answer } from "./answer-reader.ts";
import { AnswerReader } from "./answer-reader.ts";

export interface Connection {
  /** Sends a whole request and waits for its answer; one at a time. */
  exchange(request: Buffer): Promise<Answer>;
  close(): void;
}

interface Waiting {
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: Error) => void;
}

/** A keep-alive connection without anything between its user and the socket. */
export async function openConnection(host: string, port: number, timeoutMs: number): Promise<Connection> {
  const socket = await connected(host, port, timeoutMs);
  const reader = new AnswerReader();
  let waiting: Waiting | null = null;
  let ended: Error | null = null;

  const end = (error: Error): void => {
    ended ??= error;
    waiting?.reject(ended);
    waiting = null;
    socket.destroy();
  };
  socket.setTimeout(timeoutMs, () => {
    // One that nobody uses owes no answer.
    if (waiting !== null) end(new Error(`no answer within ${timeoutMs} ms`));
  });
  socket.on("error", end);
  socket.on("close", () => end(new Error("the server closed a connection")));
  socket.on("data", (chunk: Buffer) => {
    try {
      const answer = reader.push(chunk);
      if (answer === null) return;
      if (waiting === null) throw new Error("an answer that nobody asked for");
      const { resolve } = waiting;
      waiting = null;
      resolve(answer);
    } catch (error) {
      end(error as Error);
    }
  });
  return {
    exchange: (request) =>
      new Promise((resolve, reject) => {
        if (ended !== null || waiting !== null) {
          reject(ended ?? new Error("the last request of this connection has no answer yet"));
          return;
        }
        waiting = { resolve, reject };
        socket.write(request);
      }),
    close: () => end(new Error("closed")),
  };
}

function connected(host: string, port: number, timeoutMs: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port, noDelay: true, timeout: timeoutMs });
    socket.once("error", reject);
    socket.once("timeout", () => socket.destroy(new Error(`no connection within ${timeoutMs} ms`)));
    socket.once("connect", () => {
      socket.removeAllListeners("error");
      socket.removeAllListeners("timeout");
      resolve(socket);
    });
  });
}
