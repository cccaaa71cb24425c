import type { AlertEvent, JsonObject } from "@holdpoint/core";
import { digestOf } from "@holdpoint/core";
import type { Digest } from "./digest.ts";
import { digestDocument } from "./digest-document.ts";
import type { Document } from "./document.ts";

/** Something that people are told, before it is a webhook's body or a mail. */
export interface Message {
  readonly event: AlertEvent;
  readonly service: string;
  /** The same for the same content, so that who gets it twice can tell: 64 hex digits. */
  readonly id: string;
  /** RFC 3339, UTC. */
  readonly at: string;
  readonly document: Document;
  readonly data: JsonObject;
}

export function messageOf(parts: Omit<Message, "id">): Message {
  const { event, service, at, data } = parts;
  return { ...parts, id: digestOf({ event, service, at, data }).replace(/^sha256:/, "") };
}

export function digestMessage(digest: Digest, document: Document = digestDocument(digest)): Message {
  const { service, until } = digest;
  return messageOf({ event: "digest", service, at: until, document, data: digest as unknown as JsonObject });
}
