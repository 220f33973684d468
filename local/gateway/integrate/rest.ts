import { type Answer, notSimulated } from "../answer";
import type { AuthorizerValues } from "../authorization";
import { NotSimulated } from "../mapping/not-simulated";
import { mockAnswer } from "../mock-integration";
import type { RestApi, RestRoute } from "../model";
import type { GatewayRequest } from "../request";
import type { RestRefusal } from "../rest-refusal";
import { restHttp } from "./rest-http";
import { restLambda } from "./rest-lambda";
import { restQueue } from "./rest-queue";
import type { IntegrationWorld } from "./world";

/** Answers for the integration of a method. */
export async function restIntegration(
  api: RestApi,
  route: RestRoute,
  request: GatewayRequest,
  values: AuthorizerValues | undefined,
  world: IntegrationWorld,
): Promise<Answer | RestRefusal> {
  const { integration } = route;
  try {
    switch (integration.kind) {
      case "unsupported":
        return notSimulated(integration.type);
      case "mock":
        return mockAnswer(integration, request);
      case "http":
        return await restHttp(integration, request, world);
      case "queue":
        return await restQueue(integration, request, world);
      case "lambda":
        return await restLambda({ api, route, integration }, request, values, world);
    }
  } catch (error) {
    if (error instanceof NotSimulated) return notSimulated(error.what);
    throw error;
  }
}
