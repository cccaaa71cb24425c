import { join } from "node:path";
import type { DrillContext } from "../drill.ts";
import type { Exchange, Probe } from "../http-probe.ts";
import { httpProbe } from "../http-probe.ts";
import type { DrillFolder } from "../io/drill-folder.ts";
import { makeDrillFolder } from "../io/drill-folder.ts";
import type { GatewayProcess } from "../io/gateway-process.ts";
import { startGateway } from "../io/gateway-process.ts";
import { deafUrl } from "../io/listen.ts";
import { startProxy } from "../io/proxy.ts";
import { runProgram } from "../io/run-program.ts";
import type { Upstream } from "../io/upstream.ts";
import { startUpstream } from "../io/upstream.ts";
import type { Lie } from "../mutants/lie.ts";
import type { Secrets } from "./leaks.ts";
import type { Destinations } from "./scene.ts";
import { gatewayFile, MODULE, POLICY } from "./scene.ts";

/** A running gateway with everything around it that its errors come from. */
export interface Room {
  readonly context: DrillContext;
  /** Program and arguments before the verb. */
  readonly program: readonly string[];
  readonly gateway: GatewayProcess;
  readonly upstream: Upstream;
  readonly folder: DrillFolder;
  readonly dataFolder: string;
  readonly gatewayPath: string;
  readonly deafUrl: string;
  /** By role, and `both` for somebody who requests and approves. */
  readonly tokens: Readonly<Record<string, string>>;
  readonly secrets: Secrets;
  readonly probe: Probe;
  /** Where requests go: the gateway, or what lies in front of it. */
  url(): string;
  /** Throws when somebody was to lie and never did: what was seen then shows nothing. */
  assertLied(): void;
  close(): Promise<void>;
}

const VERB: readonly string[] = ["gateway", "start"];
const TOKEN_TIMEOUT_MS = 15_000;

/** The command without the verb that starts a gateway; other verbs of the same program are put in its place. */
export function programOf(command: readonly string[]): readonly string[] {
  const verb = command.slice(-VERB.length);
  if (verb.join(" ") !== VERB.join(" ")) throw new TypeError(`the command does not end with "${VERB.join(" ")}"`);
  return command.slice(0, -VERB.length);
}

/** What the gateway of a room is made to do. */
export interface RoomScene {
  readonly policy: string;
  gatewayFile(destinations: Destinations): string;
}

const EVERY_ERROR: RoomScene = { policy: POLICY, gatewayFile };

export async function openRoom(
  context: DrillContext,
  command: readonly string[],
  lie: Lie | null,
  scene: RoomScene = EVERY_ERROR,
): Promise<Room> {
  const { root, signal, nowMs, record } = context;
  const program = programOf(command);
  const folder = makeDrillFolder();
  const undo: (() => unknown)[] = [() => folder.remove()];
  const close = async (): Promise<void> => {
    for (const step of undo.toReversed()) await Promise.resolve(step()).catch(() => undefined);
  };
  try {
    const upstream = await startUpstream(nowMs);
    undo.push(() => upstream.close());
    prepare(upstream);
    const deaf = await deafUrl();
    const moduleFile = folder.write("functions.mjs", MODULE);
    folder.write("policy.yaml", scene.policy);
    const destinations = { upstreamUrl: upstream.url, deafUrl: deaf, moduleFile };
    const gatewayPath = folder.write("gateway.yaml", scene.gatewayFile(destinations));
    const dataFolder = join(folder.path, "data");
    const gateway = await startGateway({ command, root, dataFolder, gatewayFile: gatewayPath, signal, nowMs, record });
    undo.push(() => gateway.kill());
    // A token of two roles is made beside those that the first start made; a start reads them all.
    await gateway.stop();
    const made = await runProgram({
      command: [
        ...program,
        "gateway",
        "token",
        "add",
        "both",
        "--roles",
        "requester,approver",
        "--data",
        dataFolder,
        "--json",
      ],
      cwd: root,
      timeoutMs: TOKEN_TIMEOUT_MS,
      signal,
    });
    await gateway.start();
    const tokens = { ...gateway.tokens, both: tokenIn(made.stdout) };
    const proxy = lie === null ? null : await startProxy(() => gateway.url, lie);
    if (proxy !== null) undo.push(() => proxy.close());
    const url = (): string => proxy?.url ?? gateway.url;
    const assertLied = (): void => {
      if (proxy?.lies === 0) throw new Error(`the lie ${lie?.id} was never told`);
    };
    const probe = httpProbe({ baseUrl: url, fetch: globalThis.fetch, nowMs, signal, record });
    const secrets = { tokens: Object.values(tokens), paths: [root, folder.path] };
    const parts = { context, program, gateway, upstream, folder, dataFolder, gatewayPath, deafUrl: deaf };
    return { ...parts, tokens, secrets, probe, url, assertLied, close };
  } catch (thrown) {
    await close();
    throw thrown;
  }
}

/** Null where no answer came. */
export async function answered(asking: Promise<Exchange>): Promise<Exchange | null> {
  return asking.catch(() => null);
}

function prepare({ modes }: Upstream): void {
  modes.set("/fail", "failing");
  modes.set("/broken", "failing");
  modes.set("/invalid", "invalid");
  modes.set("/busy", "busy");
  modes.set("/hang", "hanging");
  modes.set("/reset", "reset");
}

function tokenIn(stdout: string): string {
  const token = /hp_[A-Za-z0-9_-]{24,}/.exec(stdout)?.[0];
  if (token === undefined) throw new Error("no token was made");
  return token;
}
