import { METRICS_CONTENT_TYPE, metricsFormatFor, OPENMETRICS_CONTENT_TYPE } from "@holdpoint/kit";
import type { Route } from "../route.ts";
import { headerOf } from "../route.ts";

export const GET_METRICS: Route = {
  method: "GET",
  path: "/metrics",
  operationId: "getMetrics",
  summary: "Prometheus text, or OpenMetrics, as `Accept` says",
  roles: ["observer", "operator"],
  answers: {
    200: {
      title: "Metrics",
      type: METRICS_CONTENT_TYPE,
      otherType: OPENMETRICS_CONTENT_TYPE,
      headers: { Vary: "`Accept`: OpenMetrics is for those who name it" },
    },
  },
  errors: [],
  handle: ({ metricsPage }, asked) => {
    const { text, contentType } = metricsPage(metricsFormatFor(headerOf(asked, "accept")));
    return { status: 200, body: text, type: contentType, headers: { vary: "Accept" } };
  },
};
