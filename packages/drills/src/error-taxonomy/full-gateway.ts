import type { JsonObject } from "@holdpoint/core";
import type { DrillContext } from "../drill.ts";
import { tokenOf } from "../gateway/token-of.ts";
import type { Exchange } from "../http-probe.ts";
import { httpProbe } from "../http-probe.ts";
import { startGateway } from "../io/gateway-process.ts";
import { nodeProgram } from "../io/run-program.ts";
import { answered } from "./room.ts";

/** util-linux: bounds the size of the files that a program may write, without a shell. */
export const BOUND_SIZE = "prlimit";
const FILE_SIZE_BYTES_MAX = 1_500_000;
const SUBMISSIONS_MAX = 60;
const ARGUMENT_SIZE_CHARS = 60_000;

/** A trial gateway whose files may not grow beyond a bound. */
export interface FullGateway {
  submit(body: JsonObject): Promise<Exchange>;
  /** Submits until it is refused; the refusal, or the last answer when there was none. */
  fill(): Promise<Exchange | null>;
  end(): Promise<void>;
}

export async function startFullGateway(
  { root, signal, nowMs, record }: DrillContext,
  command: readonly string[],
  dataFolder: string,
): Promise<FullGateway> {
  const program = command[0] === "node" ? [nodeProgram(), ...command.slice(1)] : command;
  const bounded = [BOUND_SIZE, `--fsize=${FILE_SIZE_BYTES_MAX}`, ...program];
  const gateway = await startGateway({ command: bounded, root, dataFolder, gatewayFile: null, signal, nowMs, record });
  const probe = httpProbe({ baseUrl: () => gateway.url, fetch: globalThis.fetch, nowMs, signal, record });
  const submit = (body: JsonObject): Promise<Exchange> =>
    probe("POST", "/v1/actions", { body, token: tokenOf(gateway.tokens, "requester") });
  return {
    submit,
    fill: async () => {
      const body = { adapter: "echo", operation: "echo", arguments: { text: "x".repeat(ARGUMENT_SIZE_CHARS) } };
      let answer: Exchange | null = null;
      for (let sent = 0; sent < SUBMISSIONS_MAX && (answer === null || answer.status < 400); sent += 1) {
        answer = await answered(submit(body));
      }
      return answer;
    },
    end: () => gateway.kill(),
  };
}
