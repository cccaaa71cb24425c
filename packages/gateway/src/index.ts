export type * from "./contract/gateway-config.ts";
export type * from "./contract/principal.ts";
export type * from "./contract/started-gateway.ts";
export * from "./auth/token-store.ts";
export * from "./config/may-listen.ts";
export * from "./config/read-gateway-config.ts";
export * from "./config/trial-config.ts";
export * from "./io/gateway-config-file.ts";
export { startGateway } from "./io/start-gateway.ts";
