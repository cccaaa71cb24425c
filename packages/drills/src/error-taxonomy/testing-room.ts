import type { Probe } from "../http-probe.ts";
import type { Script } from "../gateway/testing-house.ts";
import { scriptedHouse } from "../gateway/testing-house.ts";
import type { UpstreamCall } from "../io/upstream.ts";
import type { Room } from "./room.ts";

export interface ScriptedRoom {
  readonly room: Room;
  /** `METHOD path` of everything that was asked, in order. */
  readonly asked: string[];
  readonly calls: UpstreamCall[];
  /** Name and text of every file that was written, in order. */
  readonly written: (readonly [name: string, text: string])[];
}

/** A room without a process: every answer comes out of the script, and null is none. */
export function scriptedRoom(
  script: (...asked: Parameters<Script>) => ReturnType<Script> | null,
  changes: Partial<Room> = {},
): ScriptedRoom {
  const written: (readonly [string, string])[] = [];
  const { house, asked, calls, context } = scriptedHouse((...one) => {
    const answer = script(...one);
    if (answer === null) throw new Error("no answer");
    return answer;
  });
  const probe: Probe = (method, path, request) => house.ask(method, path, request);
  const room: Room = {
    context,
    program: ["holdpoint"],
    gateway: {
      url: "http://scripted",
      pid: 0,
      tokens: house.tokens,
      kill: async () => undefined,
      stop: async () => 0,
      start: async () => undefined,
    },
    upstream: house.upstream,
    folder: {
      path: "/nowhere",
      write: (name, text) => {
        written.push([name, text]);
        return `/nowhere/${name}`;
      },
      remove: () => undefined,
    },
    dataFolder: "/nowhere/data",
    gatewayPath: "/nowhere/gateway.yaml",
    deafUrl: "http://deaf",
    tokens: { ...house.tokens, both: "of-both" },
    secrets: { tokens: ["of-operator"], paths: ["/nowhere"] },
    probe,
    url: () => "http://scripted",
    assertLied: () => undefined,
    close: async () => undefined,
    ...changes,
  };
  return { room, asked, calls, written };
}
