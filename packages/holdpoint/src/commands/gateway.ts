import type { Command, RouteMap, TypedFlagParameter } from "@stricli/core";
import { buildRouteMap } from "@stricli/core";
import type { Context, NoFlags } from "../command.ts";
import { asTyped, command } from "../command.ts";
import type { CommonFlags } from "../verb.ts";

const DATA: TypedFlagParameter<string, Context> = {
  kind: "parsed",
  parse: asTyped,
  default: ".holdpoint/gateway",
  placeholder: "DIR",
  brief: "Folder of its store, keys and tokens",
};

type Start = { readonly gateway?: string; readonly port?: number; readonly host?: string; readonly data: string };
export type GatewayStartFlags = Start & CommonFlags;

const start: Command<Context> = command<Start, []>({
  brief: "Start the gateway; without a configuration a trial one, with adapters to play with",
  description: [
    "It runs until it is interrupted, drains and ends with 0; a second interruption ends it at once.",
    "SIGHUP makes it read tokens and policy again. The log goes to stderr, a JSON object a line.",
    "With --json one document {url, tokens, data, pid, unknown} is printed when it listens.",
  ].join("\n"),
  parameters: {
    flags: {
      gateway: {
        kind: "parsed",
        parse: asTyped,
        optional: true,
        placeholder: "FILE",
        brief: "Configuration (gateway.yaml)",
      },
      port: { kind: "parsed", parse: port, optional: true, placeholder: "N", brief: "Instead of the configuration's" },
      host: {
        kind: "parsed",
        parse: asTyped,
        optional: true,
        placeholder: "HOST",
        brief: "Instead of the configuration's; not a loopback address only with tokens",
      },
      data: DATA,
    },
  },
  load: () => import("../verbs/gateway-start.ts"),
});

type Token = { readonly data: string };
export type GatewayTokenFlags = Token & CommonFlags;
type TokenAdd = Token & { readonly roles: string };
export type GatewayTokenAddFlags = TokenAdd & CommonFlags;

const add: Command<Context> = command<TokenAdd, [string]>({
  brief: "Make another token; an actor may have several, so that one is rotated without a gap",
  parameters: {
    flags: {
      data: DATA,
      roles: {
        kind: "parsed",
        parse: asTyped,
        default: "requester",
        placeholder: "ROLES",
        brief: "Of requester, approver, operator, observer, with commas between them",
      },
    },
    positional: {
      kind: "tuple",
      parameters: [{ parse: asTyped, placeholder: "actor", brief: "Who holds it; on every record" }],
    },
  },
  load: () => import("../verbs/gateway-token-add.ts"),
});

const list: Command<Context> = command<Token, []>({
  brief: "List the tokens, without their secrets",
  parameters: { flags: { data: DATA } },
  load: () => import("../verbs/gateway-token-list.ts"),
});

const remove: Command<Context> = command<Token, [string]>({
  brief: "Remove a token",
  parameters: {
    flags: { data: DATA },
    positional: { kind: "tuple", parameters: [{ parse: asTyped, placeholder: "id", brief: "As it is listed" }] },
  },
  load: () => import("../verbs/gateway-token-remove.ts"),
});

const probe: Command<Context> = command<NoFlags, []>({
  brief: "Harm what goes between the gateway's own parts and tell whether they refuse",
  description:
    "Permits, signatures and commits that cannot be harmed from outside are harmed inside, on a store of its own.",
  parameters: { flags: {} },
  load: () => import("../verbs/gateway-probe.ts"),
});

const token: RouteMap<Context> = buildRouteMap({
  docs: { brief: "Who may do what: tokens of the data folder" },
  routes: { add, list, remove },
});

export const gateway: RouteMap<Context> = buildRouteMap({
  docs: { brief: "The action hold point: durable, governed side effects with receipts" },
  routes: { start, probe, token },
});

const PORT_MAX = 65_535;

function port(text: string): number {
  const value = Number(text);
  if (/^\d{1,5}$/.test(text) && value <= PORT_MAX) return value;
  throw new RangeError(`a whole number from 0 to ${PORT_MAX} is wanted`);
}
