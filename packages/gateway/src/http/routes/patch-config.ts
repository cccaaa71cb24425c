import { HoldpointError } from "@holdpoint/core";
import type { Route } from "../route.ts";
import { headerOf } from "../route.ts";

export const PATCH_CONFIG: Route = {
  method: "PATCH",
  path: "/v1/config",
  operationId: "patchConfig",
  summary: "Change settings, all of the patch or nothing; the change is a record",
  roles: ["operator"],
  headers: { "If-Match": "the ETag of `GET /v1/config`; required" },
  body: { schema: { type: "object" }, component: "ConfigPatch", mergePatch: true },
  answers: { 200: { title: "The settings in force now", schema: "Config", headers: { ETag: "the new one" } } },
  errors: [
    "HP-GATEWAY-BODY",
    "HP-GATEWAY-BODY-TOO-LARGE",
    "HP-GATEWAY-MEDIA-TYPE",
    "HP-GATEWAY-PRECONDITION-REQUIRED",
    "HP-GATEWAY-PRECONDITION",
    "HP-GATEWAY-SETTING",
    "HP-GATEWAY-STOPPING",
    "HP-GATEWAY-STORAGE",
    "HP-GATEWAY-STORAGE-FULL",
  ],
  handle: async ({ engine }, asked) => {
    const ifMatch = headerOf(asked, "if-match");
    if (ifMatch === undefined) {
      throw new HoldpointError("HP-GATEWAY-PRECONDITION-REQUIRED", "the header If-Match is missing");
    }
    await engine.changeSettings(asked.body, ifMatch, asked.caller);
    const { wire, etag } = engine.settings;
    return { status: 200, body: wire, headers: { etag } };
  },
};
