import type { Route } from "../route.ts";
import { READERS } from "../route.ts";

export const GET_CONFIG: Route = {
  method: "GET",
  path: "/v1/config",
  operationId: "getConfig",
  summary: "The settings in force, where each value comes from, and their generation",
  roles: READERS,
  answers: {
    200: { title: "The settings", schema: "Config", headers: { ETag: "what `If-Match` of a change has to say" } },
  },
  errors: [],
  handle: ({ engine: { settings } }) => ({ status: 200, body: settings.wire, headers: { etag: settings.etag } }),
};
