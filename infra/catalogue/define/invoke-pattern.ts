import type { Route } from "./route";

type Place = Pick<Route, "method" | "path">;

/**
 * A route as the end of an `execute-api` ARN in a policy: `GET/orders/*` for `GET /orders/{id}`. A `*` stands for any text, slashes
 * included, so a pattern can fit the paths of other routes too.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-control-access-using-iam-policies-to-invoke-api.html
 */
export const invokePattern = ({ method, path }: Place): string => `${method}${path.replace(/\{[^}]+\}/g, "*")}`;

/** Whether a policy that names `one` also speaks of some path of `other`. */
export const reaches = (one: Place, other: Place): boolean =>
  fits(invokePattern(one), `${other.method}${sample(other.path)}`);

/** A path of the route that is no path of a route with a fixed text there. */
const sample = (path: string) => path.replace(/\{[^}+]+\}/g, "~").replace(/\{[^}]+\+\}/g, "~/~");

const fits = (pattern: string, text: string) =>
  new RegExp(
    `^${pattern
      .split("*")
      .map((part) => part.replace(/[.*+?^$()|[\]{}\\]/g, "\\$&"))
      .join(".*")}$`,
  ).test(text);
