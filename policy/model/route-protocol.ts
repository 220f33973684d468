import { readText } from "../reading";
import { type StackResource, sourcesOf } from "../resource";
import { httpApi } from "../resource-types";

/**
 * The protocol of the API to which a route belongs. It is found through the dependency, as the id is unknown in a preview.
 * `unseen`: the API is not in this stack, or the route names it by a bare id.
 */
export function routeProtocol(route: StackResource): "HTTP" | "WEBSOCKET" | "unseen" {
  const apis = sourcesOf(route, "apiId", httpApi);
  if (apis.length === 0) return "unseen";
  return apis.every((api) => readText(api.properties, "protocolType") === "WEBSOCKET") ? "WEBSOCKET" : "HTTP";
}
