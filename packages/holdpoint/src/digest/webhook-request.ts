import type { WebhookConfig } from "@holdpoint/core";
import { cloudEvent } from "./cloudevents.ts";
import type { Message } from "./message.ts";
import { slackBody } from "./slack.ts";

const VARIABLE = /^\$\{env:([A-Za-z_]\w{0,99})\}$/;
const LOOPBACK: ReadonlySet<string> = new Set(["localhost", "127.0.0.1", "[::1]"]);

export interface WebhookRequest {
  readonly url: URL;
  readonly contentType: string;
  readonly body: string;
}

/** What is posted; or, as a text, why nothing can be. The address is a secret and is in none of those texts. */
export function webhookRequest(
  message: Message,
  { url: given, format }: WebhookConfig,
  environment: Readonly<Record<string, string | undefined>>,
): WebhookRequest | string {
  const [, name] = VARIABLE.exec(given) ?? [];
  const text = name === undefined ? given : environment[name];
  if (text === undefined || text === "") return `the variable ${name} is not set`;
  const url = URL.parse(text);
  const from = name === undefined ? "its url" : `the variable ${name}`;
  if (url === null) return `${from} is no address`;
  if (url.protocol !== "https:" && !(url.protocol === "http:" && LOOPBACK.has(url.hostname)))
    return `${from} is neither https nor http to this machine`;
  if (url.username !== "" || url.password !== "") return `${from} holds a user name or password`;
  return format === "slack"
    ? { url, contentType: "application/json; charset=utf-8", body: JSON.stringify(slackBody(message)) }
    : { url, contentType: "application/cloudevents+json; charset=utf-8", body: JSON.stringify(cloudEvent(message)) };
}
