import type { RequestRecord } from "../../gateway/contract";
import type { Paint } from "../terminal";

/** One answered request on a line. */
export function renderRequest(
  { api, method, path, route, status, durationMs, authorizer }: RequestRecord,
  paint: Paint,
): string {
  const code = paint(status < 400 ? "green" : status < 500 ? "yellow" : "red", String(status));
  const asked = authorizer === undefined ? "" : ` ${authorizer.name} ${authorizer.outcome}`;
  const matched = route === undefined ? " no route" : route === `${method} ${path}` ? "" : ` ${route}`;
  return `${code} ${method} ${path} ${paint("dim", `${api}${matched}${asked} ${Math.round(durationMs)} ms`)}`;
}
