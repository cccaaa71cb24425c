import type { Route } from "../route.ts";

export const GET_OPENAPI: Route = {
  method: "GET",
  path: "/v1/openapi.json",
  operationId: "getOpenapi",
  summary: "This document; needs no token",
  roles: null,
  answers: { 200: { title: "OpenAPI 3.1", type: "application/json; charset=utf-8" } },
  errors: [],
  handle: ({ openapiText }) => ({ status: 200, body: openapiText(), type: "application/json; charset=utf-8" }),
};
