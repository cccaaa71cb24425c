import { HoldpointError, isHoldpointError } from "@holdpoint/core";
import type { SchemaFault } from "./validation-detail.ts";
import { validationDetail } from "./validation-detail.ts";

/** An error as Fastify throws it. */
interface FrameworkError {
  readonly code?: unknown;
  readonly statusCode?: unknown;
  readonly validation?: readonly SchemaFault[];
  readonly validationContext?: unknown;
}

/**
 * The registered error for whatever was thrown while a request was handled; nothing of Fastify's own is answered. What
 * nobody foresaw becomes `HP-INTERNAL` without what it said, which is for the log.
 */
export function refusalOf(thrown: unknown): HoldpointError {
  if (isHoldpointError(thrown)) return thrown;
  const error: FrameworkError = typeof thrown === "object" && thrown !== null ? thrown : {};
  if (error.validation !== undefined) {
    if (error.validationContext === "querystring") {
      return new HoldpointError("HP-GATEWAY-QUERY", validationDetail(error.validation[0], "the query"));
    }
    return new HoldpointError("HP-GATEWAY-BODY", validationDetail(error.validation[0], "the body"));
  }
  switch (error.code) {
    case "FST_ERR_CTP_INVALID_MEDIA_TYPE":
      return new HoldpointError("HP-GATEWAY-MEDIA-TYPE", "the body's Content-Type is not one that is read here");
    case "FST_ERR_CTP_BODY_TOO_LARGE":
      return new HoldpointError("HP-GATEWAY-BODY-TOO-LARGE", "the body has more bytes than are read");
    case "FST_ERR_CTP_INVALID_CONTENT_LENGTH":
      return new HoldpointError("HP-GATEWAY-BODY", "the body's length is not what Content-Length says");
    case "FST_ERR_BAD_URL":
    case "FST_ERR_MAX_PARAM_LENGTH":
      return new HoldpointError("HP-GATEWAY-NOT-FOUND", "the path is not one of ours");
    case "ECONNRESET":
      return new HoldpointError("HP-GATEWAY-TIMEOUT", "the connection was cut before the request had arrived");
    default:
      return new HoldpointError("HP-INTERNAL", "the gateway's log has it under this correlation id", {}, thrown);
  }
}
