import type { JsonObject } from "@holdpoint/core";
import { ACTION_COMPONENTS } from "./action-schemas.ts";
import { DEAD_LETTER_COMPONENTS } from "./dead-letter-schemas.ts";
import { HOUSE_COMPONENTS } from "./house-schemas.ts";

/** Every named schema of the API. */
export const COMPONENTS: Readonly<Record<string, JsonObject>> = {
  ...ACTION_COMPONENTS,
  ...DEAD_LETTER_COMPONENTS,
  ...HOUSE_COMPONENTS,
};
