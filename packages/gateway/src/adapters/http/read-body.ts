import type { Json } from "@holdpoint/core";
import { readJson } from "@holdpoint/core";
import type { AdapterOutcome } from "../../contract/adapter.ts";
import { textOf } from "../../executor/failure.ts";
import { drift, tooLarge } from "../../executor/check-result.ts";
import type { HttpResponse } from "./exchange.ts";

const JSON_TYPE = /^application\/(?:[\w.!#$&^-]+\+)?json$/;
const TEXT_TYPE = /^text\/[\w.+-]+$/;

/** The result of an answer that is a success: JSON, a text, or null where there is nothing. */
export function readBody(asked: string, response: HttpResponse): AdapterOutcome {
  const { headers, body, isCut } = response;
  if (isCut) return tooLarge(`${asked} answered more than ${body.length} bytes`);
  if (body.length === 0) return { ok: true, result: null };
  const encoding = headers["content-encoding"] ?? "identity";
  if (encoding !== "identity")
    return drift(`${asked} answered in ${JSON.stringify(encoding)}, which was not asked for`);
  const type = (headers["content-type"] ?? "application/json").split(";")[0]?.trim().toLowerCase() ?? "";
  if (JSON_TYPE.test(type)) return readJsonBody(asked, body);
  if (!TEXT_TYPE.test(type)) return drift(`${asked} answered ${JSON.stringify(type)}, which is neither JSON nor text`);
  const text = decode(body);
  return text === null ? drift(`${asked} answered text that is not valid UTF-8`) : { ok: true, result: text };
}

function readJsonBody(asked: string, body: Buffer): AdapterOutcome {
  let result: Json;
  try {
    result = readJson(body, { file: "the answer" });
  } catch (thrown) {
    return drift(`${asked} answered what is not JSON (${textOf(thrown)})`);
  }
  return { ok: true, result };
}

function decode(bytes: Buffer): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
