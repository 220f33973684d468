import type { PropertyValue } from "../../../local/engine/model";
import { executionArn, type Stack } from "./stack";

export interface RestMethod {
  /** Such as `GET /orders/{id}`. */
  readonly route: string;
  readonly authorization?: string;
  readonly authorizerId?: string;
  readonly scopes?: string[];
  readonly apiKeyRequired?: boolean;
  /** A function's invoke ARN, or the properties of another integration. */
  readonly integration?: string | Record<string, PropertyValue>;
  readonly responses?: readonly Record<string, PropertyValue>[];
  /** More of the method's own properties. */
  readonly method?: Record<string, PropertyValue>;
}

/** Declares a REST API as a Pulumi program would: resources, methods, integrations, a deployment and the stage `v1`. */
export function restApi(
  stack: Stack,
  api: string,
  methods: readonly RestMethod[],
  more: Record<string, PropertyValue> = {},
): void {
  stack.add("aws:apigateway/restApi:RestApi", api, api, {
    rootResourceId: `${api}-root`,
    executionArn: executionArn(api),
    ...more,
  });
  const resources = new Map([["", `${api}-root`]]);
  for (const { route, ...method } of methods) {
    const [httpMethod = "", path = ""] = route.split(" ");
    const resourceId = resourceOf(stack, api, path, resources);
    const key = `${api} ${route}`;
    const { authorization = "NONE", authorizerId, scopes, apiKeyRequired } = method;
    const place = { restApi: api, resourceId, httpMethod };
    const properties = {
      ...place,
      authorization,
      authorizerId,
      authorizationScopes: scopes,
      apiKeyRequired,
      ...method.method,
    };
    stack.add("aws:apigateway/method:Method", key, key, properties);
    const { integration } = method;
    const declared = typeof integration === "string" ? { type: "AWS_PROXY", uri: integration } : integration;
    if (declared) stack.add("aws:apigateway/integration:Integration", key, key, { ...place, ...declared });
    for (const response of method.responses ?? [])
      stack.add("aws:apigateway/integrationResponse:IntegrationResponse", key, key, { ...place, ...response });
  }
  stack.add("aws:apigateway/deployment:Deployment", api, `${api}-deployment`, { restApi: api });
  restStage(stack, api, "v1", `${api}-deployment`);
}

export const restStage = (stack: Stack, api: string, stageName: string, deployment: string): string =>
  stack.add("aws:apigateway/stage:Stage", `${api}-${stageName}`, `${api}-${stageName}`, {
    restApi: api,
    stageName,
    deployment,
    variables: { colour: "blue" },
  });

function resourceOf(stack: Stack, api: string, path: string, resources: Map<string, string>): string {
  let parentId = resources.get("") ?? "";
  let done = "";
  for (const pathPart of path.split("/").filter(Boolean)) {
    done = `${done}/${pathPart}`;
    const id = `${api}${done}`;
    if (!resources.has(done))
      stack.add("aws:apigateway/resource:Resource", id, id, { restApi: api, parentId, pathPart });
    resources.set(done, id);
    parentId = id;
  }
  return parentId;
}
