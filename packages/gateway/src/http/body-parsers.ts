import { HoldpointError } from "@holdpoint/core";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { readJsonBody } from "./read/json-body.ts";

type Done = (error: Error | null, body?: unknown) => void;

const CHARSET = /;\s*charset\s*=\s*"?([^";\s]+)/i;

/** Teaches Fastify the only two types of body there are. */
export function addBodyParsers(app: FastifyInstance, takesMergePatch: (request: FastifyRequest) => boolean): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser<Buffer>("application/json", { parseAs: "buffer" }, parse);
  app.addContentTypeParser<Buffer>("application/merge-patch+json", { parseAs: "buffer" }, (request, body, done) => {
    if (takesMergePatch(request)) parse(request, body, done);
    else done(refused("a merge patch is not what this path takes"));
  });
}

function parse(request: FastifyRequest, body: Buffer, done: Done): void {
  try {
    assertPlain(request);
    done(null, body.length === 0 ? undefined : readJsonBody(body));
  } catch (thrown) {
    done(thrown as Error);
  }
}

function assertPlain({ headers }: FastifyRequest): void {
  const coding = headers["content-encoding"];
  if (coding !== undefined && coding !== "identity") throw refused("a body with a Content-Encoding is not read");
  const charset = CHARSET.exec(headers["content-type"] ?? "")?.[1];
  if (charset !== undefined && charset.toLowerCase() !== "utf-8") throw refused("JSON is in UTF-8, no other charset");
}

function refused(detail: string): HoldpointError {
  return new HoldpointError("HP-GATEWAY-MEDIA-TYPE", detail);
}
