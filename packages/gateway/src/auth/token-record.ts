import type { Json, JsonObject } from "@holdpoint/core";
import { HoldpointError, parseInstant, readJson } from "@holdpoint/core";
import type { Role } from "../contract/principal.ts";
import { ROLES } from "../contract/principal.ts";

export const TOKENS_SCHEMA = "holdpoint/gateway-tokens/v1";
export const TOKENS_MAX = 10_000;
export const TOKENS_SIZE_BYTES_MAX = 8_388_608;

/** A token as it is stored: everything but the secret. */
export interface TokenRecord {
  /** `tok_` and 12 hexadecimal digits; what `remove` takes. */
  readonly id: string;
  readonly actor: string;
  readonly roles: readonly Role[];
  readonly sha256: string;
  /** RFC 3339 in UTC. */
  readonly createdAt: string;
}

const ACTOR = /^[A-Za-z0-9_.-]{1,64}$/;
const ID = /^tok_[0-9a-f]{12}$/;
const SHA256 = /^[0-9a-f]{64}$/;
const KEYS = "actor created_at id roles sha256";

export function isActorName(text: string): boolean {
  return ACTOR.test(text);
}

/** The file's text; ends with a newline. */
export function formatTokens(records: readonly TokenRecord[]): string {
  const tokens = records.map(({ id, actor, roles, sha256, createdAt }) => {
    return { id, actor, roles, sha256, created_at: createdAt };
  });
  return `${JSON.stringify({ schema: TOKENS_SCHEMA, tokens }, null, 2)}\n`;
}

/**
 * Reads the file; one thing that is not as it is written here refuses the whole.
 *
 * @throws HoldpointError `HP-READ-…` with the file
 */
export function readTokens(bytes: Uint8Array, file: string): TokenRecord[] {
  const document = readJson(bytes, { file, sizeBytesMax: TOKENS_SIZE_BYTES_MAX, depthMax: 8 });
  if (!isObject(document) || document["schema"] !== TOKENS_SCHEMA || !Array.isArray(document["tokens"])) {
    throw notTokens(file, `it has no "schema": "${TOKENS_SCHEMA}" or no list "tokens"`);
  }
  const list = document["tokens"] as readonly Json[];
  if (list.length > TOKENS_MAX) throw notTokens(file, `${list.length} tokens, at most ${TOKENS_MAX} are read`);
  const records = list.map((item, index) => recordOf(item, `tokens[${index}]`, file));
  for (const name of ["id", "sha256"] as const) {
    if (new Set(records.map((record) => record[name])).size === records.length) continue;
    throw notTokens(file, `two tokens have the same ${name}`);
  }
  return records;
}

function recordOf(item: Json, where: string, file: string): TokenRecord {
  if (!isObject(item) || Object.keys(item).toSorted().join(" ") !== KEYS) {
    throw notTokens(file, `${where} must have exactly the keys ${KEYS}`);
  }
  const { id, actor, sha256, created_at: createdAt, roles } = item;
  if (typeof id !== "string" || !ID.test(id)) throw notTokens(file, `${where}.id is not "tok_" and 12 digits`);
  if (typeof actor !== "string" || !isActorName(actor)) throw notTokens(file, `${where}.actor is not a name`);
  if (typeof sha256 !== "string" || !SHA256.test(sha256)) throw notTokens(file, `${where}.sha256 is not a SHA-256`);
  if (typeof createdAt !== "string" || Number.isNaN(parseInstant(createdAt))) {
    throw notTokens(file, `${where}.created_at is not an instant in UTC`);
  }
  if (!Array.isArray(roles) || !areRoles(roles)) {
    throw notTokens(file, `${where}.roles is not a list of some of ${ROLES.join(", ")}, each once`);
  }
  return { id, actor, roles, sha256, createdAt };
}

/** At least one role, none twice, all known. */
export function areRoles(roles: readonly unknown[]): roles is readonly Role[] {
  const isKnown = roles.every((role) => (ROLES as readonly unknown[]).includes(role));
  return roles.length > 0 && isKnown && new Set(roles).size === roles.length;
}

function isObject(value: Json): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function notTokens(file: string, detail: string): HoldpointError {
  return new HoldpointError("HP-READ-NOT-THE-FORMAT", detail, { file });
}
