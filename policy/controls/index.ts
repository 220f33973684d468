import type { Control } from "../control";
import { around } from "./around";
import { cognito } from "./cognito";
import { waysIn } from "./ways-in";

/** Every policy of the pack. */
export const controls: readonly Control[] = [...waysIn, ...around, ...cognito];
