import { HoldpointError } from "@holdpoint/core";
import type { LoadGround } from "./ground.ts";

/** A folder that exists only in memory. */
export function memoryGround(files: Readonly<Record<string, string>> = {}): LoadGround {
  return {
    text: (file) => {
      const text = files[file];
      if (text === undefined) throw new HoldpointError("HP-READ-ABSENT", "it is not there", { file });
      return text;
    },
  };
}

export const LOAD_YAML = `version: 1
url: http://127.0.0.1:8080/api
connections: 20
poolFull: open-more
phases:
  - { name: warm, from: 10, to: 100, duration: 10s }
  - { name: steady, rate: 100, duration: 30s }
flows:
  - name: order
    steps:
      - endpoint: create
        method: POST
        path: /orders
        json: { user: "\${users.id}" }
        extract: { id: { json: $.id } }
      - { endpoint: look, path: "/orders/\${id}", checks: { status: [200] } }
data:
  - { name: users, file: users.csv }
objectives:
  - p99 < 300ms in phase:steady
  - 99.9% ok
abort: { window: 10s, hold: 20s }
`;

export const LOAD_FILES: Readonly<Record<string, string>> = { "users.csv": "id\n1\n2\n" };
