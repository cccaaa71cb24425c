import type { Command, RouteMap } from "@stricli/core";
import { buildRouteMap } from "@stricli/core";
import type { ConnectionFlags } from "../actions/connect.ts";
import type { Context } from "../command.ts";
import { asTyped, command } from "../command.ts";
import type { CommonFlags } from "../verb.ts";
import { CONNECTION, countFlag, LIMIT, optional } from "./connection.ts";

type Connection = ConnectionFlags;
export type DeadLetterFlags = Connection & CommonFlags;

const positional = (placeholder: string, brief: string) =>
  ({ kind: "tuple", parameters: [{ parse: asTyped, placeholder, brief }] }) as const;

type List = Connection & {
  readonly status?: string;
  readonly class?: string;
  readonly adapter?: string;
  readonly since?: string;
  readonly limit: number;
};
export type DeadLettersListFlags = List & CommonFlags;

const CLASS = optional("CLASS", "Only those that died of this class: timeout, circuit_open …");
const ADAPTER = optional("NAME", "Only those of this adapter");
const SINCE = optional("TIME", "Only those that died at or after: 2030-01-31T00:00:00Z");

const list: Command<Context> = command<List, []>({
  brief: "List actions that ended DEAD, the newest first",
  parameters: {
    flags: {
      ...CONNECTION,
      status: optional("STATUS", "Only open, replaying or replayed ones"),
      class: CLASS,
      adapter: ADAPTER,
      since: SINCE,
      limit: LIMIT,
    },
  },
  load: () => import("../verbs/dead-letters-list.ts"),
});

const show: Command<Context> = command<Connection, [string]>({
  brief: "Show one with its attempts",
  parameters: { flags: CONNECTION, positional: positional("id", "Id of the dead action") },
  load: () => import("../verbs/dead-letters-show.ts"),
});

type Plan = Connection & {
  readonly ids?: string;
  readonly class?: string;
  readonly adapter?: string;
  readonly operation?: string;
  readonly session?: string;
  readonly since?: string;
  readonly until?: string;
};
export type DeadLettersPlanFlags = Plan & CommonFlags;

const plan: Command<Context> = command<Plan, []>({
  brief: "Say what a replay would do under today's policy; nothing is replayed",
  parameters: {
    flags: {
      ...CONNECTION,
      ids: optional("IDS", "Only these, with commas between them"),
      class: CLASS,
      adapter: ADAPTER,
      operation: optional("NAME", "Only those of this operation"),
      session: optional("ID", "Only those of this session"),
      since: SINCE,
      until: optional("TIME", "Only those that died before"),
    },
  },
  load: () => import("../verbs/dead-letters-plan.ts"),
});

type Replay = Connection & { readonly rate?: number; readonly max?: number; readonly wait: boolean };
export type DeadLettersReplayFlags = Replay & CommonFlags;

const replay: Command<Context> = command<Replay, [string]>({
  brief: "Run a plan: each letter becomes a new action that is linked to the untouched old one",
  parameters: {
    flags: {
      ...CONNECTION,
      rate: countFlag("New actions a second"),
      max: countFlag("At most so many"),
      wait: { kind: "boolean", default: false, withNegated: false, brief: "Wait for the end; 1 when one failed" },
    },
    positional: positional("plan", "Id of the plan"),
  },
  load: () => import("../verbs/dead-letters-replay.ts"),
});

const status: Command<Context> = command<Connection, [string]>({
  brief: "Show how far a replay is",
  parameters: { flags: CONNECTION, positional: positional("run", "Id of the replay") },
  load: () => import("../verbs/dead-letters-status.ts"),
});

const abort: Command<Context> = command<Connection, [string]>({
  brief: "End a replay; what was started goes on",
  parameters: { flags: CONNECTION, positional: positional("run", "Id of the replay") },
  load: () => import("../verbs/dead-letters-abort.ts"),
});

export const deadLetters: RouteMap<Context> = buildRouteMap({
  docs: { brief: "Ask a gateway about actions that ended DEAD, and replay them" },
  routes: { list, show, plan, replay, status, abort },
});
