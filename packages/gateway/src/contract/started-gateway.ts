import type { InputHandler } from "../stream/input.ts";
import type { Tracing } from "../tracing/tracing.ts";
import type { Engine } from "./engine.ts";
import type { GatewayConfig } from "./gateway-config.ts";
import type { Role } from "./principal.ts";

export interface GatewayStart {
  readonly config: GatewayConfig;
  /** Reads the configuration again, for a reload of its policy; without it the policy stays what it is. */
  readonly readConfig?: () => GatewayConfig;
  /** Absolute; made where it is not there, and this process's alone. */
  readonly dataDir: string;
  /** Instead of the configuration's. */
  readonly host?: string;
  /** Instead of the configuration's; 0 is any free one. */
  readonly port?: number;
  readonly version: string;
  readonly nowMs: () => number;
  readonly randomBytes: (sizeBytes: number) => Uint8Array;
  /** Takes one line of the log. */
  readonly log: (line: object) => void;
  readonly tracing?: Tracing;
  /** Answers `input.text`; without one it is answered through an `echo` action where there is such an adapter. */
  readonly input?: InputHandler;
}

/** A gateway that listens. */
export interface StartedGateway {
  /** `http://127.0.0.1:8377` */
  readonly url: string;
  /** One for each role, when this start made them; they are not shown again. */
  readonly tokens: Readonly<Record<Role, string>> | null;
  readonly engine: Engine;
  /** Ids of actions whose outcome the earlier process took with it. */
  readonly unknown: readonly string[];
  /** Reads the policy and the tokens again; when it throws, what was in force stays. */
  reload(): Promise<void>;
  /** Takes no more work, lets what runs end, loses nothing. */
  close(): Promise<void>;
}
