import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("breakers", check);
