import type { PropertyValue, StackState } from "../engine/model";
import { plain } from "../engine/values";
import { machineClients } from "./clients";
import type { Running } from "./saved-stack";

/** A call that a machine client of the stack may make. */
export interface Suggestion {
  readonly client: string;
  readonly url: string;
}

const strings = (value: PropertyValue | undefined): string[] => (Array.isArray(value) ? value.map(String) : []);

/**
 * A GET route of an HTTP API that has a JWT authorizer, no parameter in its path, and a client with one of its scopes;
 * rather one that asks for a scope than one that does not. Undefined when there is none.
 */
export function suggest(state: StackState, apis: Running["apis"]): Suggestion | undefined {
  const clients = machineClients(state);
  const urls = new Map(
    state.resources
      .filter(({ type }) => type === "aws:apigatewayv2/api:Api")
      .map(({ id, name }) => [id, apis.find((api) => api.kind === "http" && api.name === name)?.url]),
  );
  const callable = state.resources.flatMap(({ type, inputs }) => {
    if (type !== "aws:apigatewayv2/route:Route") return [];
    const { apiId, authorizationScopes, authorizationType, routeKey } = plain(inputs);
    const [, path] = /^GET (\/[^{]*)$/.exec(String(routeKey)) ?? [];
    const base = urls.get(String(apiId));
    const wanted = strings(authorizationScopes);
    const client = clients.find(({ scopes }) => wanted.length === 0 || wanted.some((scope) => scopes.includes(scope)));
    if (path === undefined || base === undefined || client === undefined || authorizationType !== "JWT") return [];
    return [{ client: client.resource, url: base.replace(/\/$/, "") + path, scopes: wanted.length }];
  });
  const best = callable.find(({ scopes }) => scopes > 0) ?? callable[0];
  return best && { client: best.client, url: best.url };
}

/** Names of the stack's API keys; their values are nobody's to print unasked. */
export const apiKeysOf = ({ resources }: StackState): readonly string[] =>
  resources.filter(({ type }) => type === "aws:apigateway/apiKey:ApiKey").map(({ name }) => name);

/** What a person needs to know once a stack is served. `where` is ` --cwd <folder>` if that was given. */
export function renderWelcome(
  stack: string,
  running: Running,
  suggestion: Suggestion | undefined,
  where = "",
  apiKeys: readonly string[] = [],
): string[] {
  const addresses: [string, string][] = [
    ...running.apis.map(({ name, kind, url }): [string, string] => [
      `${kind === "rest" ? "REST" : "HTTP"} API ${name}`,
      url,
    ]),
    ...(running.identity === undefined ? [] : [["User pool", running.identity] as [string, string]]),
    ...(running.queues === undefined
      ? []
      : [["Queues", `${running.queues}  (AWS_ENDPOINT_URL_SQS)`] as [string, string]]),
  ];
  const width = Math.max(0, ...addresses.map(([name]) => name.length));
  return [
    "",
    ...addresses.map(([name, url]) => `  ${name.padEnd(width)}  ${url}`),
    ...(suggestion === undefined
      ? []
      : [
          "",
          "  In another terminal:",
          `  TOKEN=$(npm run --silent local -- token --stack ${stack}${where} --client ${suggestion.client})`,
          `  curl -i -H "Authorization: Bearer $TOKEN" ${suggestion.url}`,
        ]),
    ...(apiKeys.length === 0
      ? []
      : [
          "",
          "  An API key for the header x-api-key:",
          `  npm run --silent local -- key --stack ${stack}${where} --key ${apiKeys[0]}`,
        ]),
    "",
    "Ctrl-C ends it.",
  ];
}
