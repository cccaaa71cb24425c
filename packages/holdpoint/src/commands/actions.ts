import type { Command, RouteMap } from "@stricli/core";
import { buildRouteMap } from "@stricli/core";
import type { ConnectionFlags } from "../actions/connect.ts";
import type { Context } from "../command.ts";
import { asTyped, command } from "../command.ts";
import type { CommonFlags } from "../verb.ts";
import { CONNECTION, countFlag, LIMIT, optional } from "./connection.ts";

const ID = { kind: "tuple", parameters: [{ parse: asTyped, placeholder: "id", brief: "Id of the action" }] } as const;
const REASON = optional("TEXT", "Why; stays on record");

type Connection = ConnectionFlags;
export type ActionFlags = Connection & CommonFlags;

type Submit = Connection & {
  readonly arguments?: string;
  readonly argumentsFile?: string;
  readonly session?: string;
  readonly risk?: string;
  readonly dryRun: boolean;
  readonly deadline?: string;
  readonly key?: string;
  readonly wait?: number;
  readonly noWait: boolean;
};
export type ActionsSubmitFlags = Submit & CommonFlags;

const submit: Command<Context> = command<Submit, [string, string]>({
  brief: "Submit an action and wait for its end",
  description: [
    "Ends with 0 when it succeeded or has not ended yet, 1 when it was denied, died, expired or was cancelled,",
    "2 for a wrong command line or a refused request, 3 when the gateway is not there or the outcome is unknown.",
  ].join("\n"),
  parameters: {
    flags: {
      ...CONNECTION,
      arguments: optional("JSON", "Arguments of the operation; default {}"),
      argumentsFile: optional("FILE", "File with the arguments; - is standard input"),
      session: optional("ID", "Session that it belongs to"),
      risk: optional("RISK", "safe, low, medium, high or critical; the policy may say more"),
      dryRun: { kind: "boolean", default: false, withNegated: false, brief: "Stop after validation and verdict" },
      deadline: optional("TIME", "It has to be done in this time: 30s, 5m"),
      key: optional("KEY", "Idempotency key; default: one of its own"),
      wait: countFlag("Seconds to wait for the end; default: the gateway's"),
      noWait: { kind: "boolean", default: false, withNegated: false, brief: "Answer as soon as it is durable" },
    },
    positional: {
      kind: "tuple",
      parameters: [
        { parse: asTyped, placeholder: "adapter", brief: "Name of the adapter" },
        { parse: asTyped, placeholder: "operation", brief: "Name of its operation" },
      ],
    },
  },
  load: () => import("../verbs/actions-submit.ts"),
});

const get: Command<Context> = command<Connection, [string]>({
  brief: "Show one action",
  parameters: { flags: CONNECTION, positional: ID },
  load: () => import("../verbs/actions-get.ts"),
});

type List = Connection & {
  readonly state?: string;
  readonly session?: string;
  readonly adapter?: string;
  readonly since?: string;
  readonly limit: number;
};
export type ActionsListFlags = List & CommonFlags;

const list: Command<Context> = command<List, []>({
  brief: "List actions, the newest first",
  parameters: {
    flags: {
      ...CONNECTION,
      state: optional("STATE", "Only those in this state"),
      session: optional("ID", "Only those of this session"),
      adapter: optional("NAME", "Only those of this adapter"),
      since: optional("TIME", "Only those made at or after: 2030-01-31T00:00:00Z"),
      limit: LIMIT,
    },
  },
  load: () => import("../verbs/actions-list.ts"),
});

type Decide = Connection & { readonly reason?: string };
export type ActionsDecideFlags = Decide & CommonFlags;

const approve: Command<Context> = command<Decide, [string]>({
  brief: "Approve an action that waits for it; not one's own",
  parameters: { flags: { ...CONNECTION, reason: REASON }, positional: ID },
  load: () => import("../verbs/actions-approve.ts"),
});

const deny: Command<Context> = command<Decide, [string]>({
  brief: "Deny an action that waits for an approval",
  parameters: { flags: { ...CONNECTION, reason: REASON }, positional: ID },
  load: () => import("../verbs/actions-deny.ts"),
});

const cancel: Command<Context> = command<Decide, [string]>({
  brief: "Cancel an action that has not started",
  parameters: { flags: { ...CONNECTION, reason: REASON }, positional: ID },
  load: () => import("../verbs/actions-cancel.ts"),
});

type Reconcile = Decide & { readonly how: "query" | "succeeded" | "failed"; readonly result?: string };
export type ActionsReconcileFlags = Reconcile & CommonFlags;

const reconcile: Command<Context> = command<Reconcile, [string]>({
  brief: "Settle an action whose outcome is unknown: ask the other side, or say what a person found out",
  parameters: {
    flags: {
      ...CONNECTION,
      how: {
        kind: "enum",
        values: ["query", "succeeded", "failed"],
        default: "query",
        brief: "By the adapter's status query, or by a person's word (with --reason)",
      },
      reason: REASON,
      result: optional("JSON", "What it answered, with --how succeeded"),
    },
    positional: ID,
  },
  load: () => import("../verbs/actions-reconcile.ts"),
});

export const actions: RouteMap<Context> = buildRouteMap({
  docs: { brief: "Ask a gateway: submit actions, look at them, decide about them" },
  routes: { submit, get, list, approve, deny, cancel, reconcile },
});
