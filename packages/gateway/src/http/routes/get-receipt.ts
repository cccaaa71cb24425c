import type { Route } from "../route.ts";
import { ANY_ROLE, ok } from "../route.ts";
import { notFound, visibleAction } from "../visible.ts";

export const GET_RECEIPT: Route = {
  method: "GET",
  path: "/v1/receipts/{id}",
  operationId: "getReceipt",
  summary: "The record of an action's end, its inclusion proof and the signed checkpoint",
  roles: ANY_ROLE,
  answers: { 200: { title: "The receipt of the action of that id", schema: "Receipt" } },
  errors: ["HP-GATEWAY-NOT-FOUND"],
  handle: ({ engine }, { params, caller }) => {
    const receipt = engine.receipt(visibleAction(engine, params["id"] ?? "", caller).id);
    if (receipt === null) throw notFound("receipt; the action has not ended");
    return ok(receipt);
  },
};
