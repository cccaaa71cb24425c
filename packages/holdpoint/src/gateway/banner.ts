import { indented, table } from "../format/table.ts";
import type { Served, ServeTerms } from "./serve.ts";

/** What a person sees when the gateway listens: where, the tokens that were just made, three lines to copy. */
export function banner({ dataDir }: ServeTerms, trial: boolean, { url, tokens, unknown }: Served): string {
  const kind = trial ? " (trial: adapters to play with, no effect outside of the data folder)" : "";
  return [
    `The gateway listens on ${url}${kind}`,
    `Its data is in ${dataDir}`,
    ...unknownLines(unknown),
    "",
    ...tokenLines(tokens),
    "",
    "Try it:",
    ...indented(trial ? trialLines(url, tokens) : ownLines(url, tokens)),
    "",
    "Interrupt it (Ctrl-C) to let it drain and end.",
  ].join("\n");
}

/** Actions that an earlier process left behind without an outcome. */
function unknownLines(unknown: Served["unknown"]): string[] {
  if (unknown.length === 0) return [];
  const count = `${unknown.length} ${unknown.length === 1 ? "action has" : "actions have"}`;
  return [`${count} no known outcome: \`holdpoint actions list --state UNKNOWN\`, then reconcile.`];
}

function tokenLines(tokens: Served["tokens"]): string[] {
  if (tokens === null) return ["Tokens: those of the data folder (`holdpoint gateway token list`)."];
  return ["A token for each role, printed this once:", ...indented(table(Object.entries(tokens)))];
}

function trialLines(url: string, tokens: Served["tokens"]): string[] {
  const requester = authorization(tokens?.requester);
  return [
    submission(url, requester, { adapter: "echo", operation: "echo", arguments: { hello: "world" } }),
    submission(url, requester, { adapter: "notify", operation: "notify", arguments: { text: "look at this" } }),
    `curl -s ${authorization(tokens?.approver)} '${url}/v1/actions?state=AWAITING_APPROVAL'`,
  ];
}

function ownLines(url: string, tokens: Served["tokens"]): string[] {
  const observer = authorization(tokens?.observer);
  return [
    `curl -s ${url}/readyz`,
    `curl -s ${observer} ${url}/v1/capabilities`,
    `curl -s ${observer} '${url}/v1/actions?limit=10'`,
  ];
}

function submission(url: string, header: string, body: object): string {
  return `curl -s ${header} -H 'Content-Type: application/json' -d '${JSON.stringify(body)}' ${url}/v1/actions`;
}

function authorization(token: string | undefined): string {
  return `-H "Authorization: Bearer ${token ?? "$HOLDPOINT_TOKEN"}"`;
}
