import type { Command, RouteMap, TypedFlagParameter } from "@stricli/core";
import { buildRouteMap } from "@stricli/core";
import type { Context, NoFlags } from "../command.ts";
import { asTyped, command } from "../command.ts";
import type { CommonFlags } from "../verb.ts";

const text = (placeholder: string, brief: string): TypedFlagParameter<string, Context> => ({
  kind: "parsed",
  parse: asTyped,
  placeholder,
  brief,
});

const KEY_FILE = text("FILE", "Private key (PEM) of the person who signs");

type Enrol = { readonly key: string };
export type WaiverEnrolFlags = Enrol & CommonFlags;

const enrol: Command<Context> = command<Enrol, [string]>({
  brief: "Make a person's key known under governance/keys; makes the private key when there is none",
  parameters: {
    flags: { key: text("FILE", "Private key (PEM) of the person; keep it outside of the repository") },
    positional: {
      kind: "tuple",
      parameters: [{ parse: asTyped, placeholder: "name", brief: "Who answers for the key" }],
    },
  },
  load: () => import("../verbs/waiver-enrol.ts"),
});

type Add = {
  readonly code: string;
  readonly reason: string;
  readonly owner: string;
  readonly approver: string;
  readonly expires: string;
  readonly key: string;
};
export type WaiverAddFlags = Add & CommonFlags;

const add: Command<Context> = command<Add, [string]>({
  brief: "Write a waiver, signed by its owner; it counts once somebody else has approved it",
  parameters: {
    flags: {
      code: text("CODE", "Reason code that is waived, or * for any failure of the check"),
      reason: text("TEXT", "Why it may be"),
      owner: text("NAME", "Who answers for it"),
      approver: text("NAME", "Who else will approve it"),
      expires: text("TIME", "When it ends: 14d, or 2030-01-31"),
      key: KEY_FILE,
    },
    positional: { kind: "tuple", parameters: [{ parse: asTyped, placeholder: "gate/check", brief: "What is waived" }] },
  },
  load: () => import("../verbs/waiver-add.ts"),
});

type Approve = { readonly key: string };
export type WaiverApproveFlags = Approve & CommonFlags;

const approve: Command<Context> = command<Approve, [string]>({
  brief: "Add the approver's signature to a waiver",
  parameters: {
    flags: { key: KEY_FILE },
    positional: { kind: "tuple", parameters: [{ parse: asTyped, placeholder: "file", brief: "File of the waiver" }] },
  },
  load: () => import("../verbs/waiver-approve.ts"),
});

const list: Command<Context> = command<NoFlags, []>({
  brief: "List the waivers that count, and governance files that cannot be trusted",
  parameters: { flags: {} },
  load: () => import("../verbs/waiver-list.ts"),
});

export const waiver: RouteMap<Context> = buildRouteMap({
  docs: { brief: "Signed decisions that one failing check may pass for a while" },
  routes: { enrol, add, approve, list },
});
