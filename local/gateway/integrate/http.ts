import { type Answer, json, notSimulated } from "../answer";
import { type HttpAuthorizerValues, httpProxyEvent } from "../http-event";
import { httpLambdaAnswer } from "../lambda-response";
import { httpValue } from "../mapping/http-expression";
import { NotSimulated } from "../mapping/not-simulated";
import type { EndpointAnswer } from "../mapping/rest-expression";
import type { HttpApi, HttpIntegration, HttpRoute } from "../model";
import type { GatewayRequest } from "../request";
import { changed, reservedMapping } from "./http-mapping";
import { httpQueue } from "./http-queue";
import { planHttpRequest } from "./plan-http-request";
import { readWhole, send } from "./send";
import type { IntegrationWorld } from "./world";

type Of<Kind extends HttpIntegration["kind"]> = Extract<HttpIntegration, { kind: Kind }>;

const unavailable = json(503, { message: "Service Unavailable" });
const failure = json(500, { message: "Internal Server Error" });

/** Answers for the integration of a route. */
export async function httpIntegration(
  api: HttpApi,
  route: HttpRoute,
  request: GatewayRequest,
  values: HttpAuthorizerValues | undefined,
  world: IntegrationWorld,
): Promise<Answer> {
  const { integration } = route;
  try {
    switch (integration.kind) {
      case "unsupported":
        return notSimulated(integration.type);
      case "lambda":
        return await lambda(api, route, integration, request, values, world);
      case "http":
        return await proxy(integration, request, world);
      case "queue":
        return responded(await httpQueue(integration, request, world), integration.responseParameters, request);
    }
  } catch (error) {
    if (error instanceof NotSimulated) return notSimulated(error.what);
    throw error;
  }
}

async function lambda(
  api: HttpApi,
  route: HttpRoute,
  integration: Of<"lambda">,
  request: GatewayRequest,
  values: HttpAuthorizerValues | undefined,
  { invoke }: IntegrationWorld,
): Promise<Answer> {
  const event = httpProxyEvent(integration.payloadFormat, api, route, request, values);
  const result = await invoke(integration.function, event, {
    sourceArn: httpSourceArn(api, route, request),
    timeoutMs: integration.timeoutMs,
  });
  if (result.kind === "timedOut") return unavailable;
  const response = result.kind === "returned" ? httpLambdaAnswer(result.payload, integration.payloadFormat) : undefined;
  return response?.kind === "answer" ? response.answer : failure;
}

/** An upstream that cannot be reached is answered like one that takes too long. */
async function proxy(
  integration: Of<"http">,
  request: GatewayRequest,
  { upstreams, explain }: IntegrationWorld,
): Promise<Answer> {
  const { upstream, timeoutMs, parameters, responseParameters } = integration;
  const mapping = reservedMapping(parameters);
  if (mapping !== undefined) throw new NotSimulated(`The mapping ${mapping}, which AWS does not take,`);
  const planned = planHttpRequest(integration, request);
  const location = upstreams.locate(upstream, planned.uri);
  if (location.kind === "away") {
    explain(location.reason);
    return unavailable;
  }
  const sent = await send({ ...planned, url: location.url, timeoutMs });
  if (sent.kind === "unreachable") explain(upstreams.unanswered(upstream, location.url, sent.reason));
  if (sent.kind !== "answered") return unavailable;
  const body = await readWhole(sent.body, timeoutMs);
  if (body === undefined) return unavailable;
  return responded({ status: sent.status, headers: passed(sent.headers), body }, responseParameters, request);
}

const ofConnection = new Set(["connection", "content-length", "keep-alive", "trailer", "transfer-encoding", "upgrade"]);

const passed = (headers: EndpointAnswer["headers"]): EndpointAnswer["headers"] =>
  headers.filter(([name]) => !ofConnection.has(name.toLowerCase()));

/** An integration's answer with the response parameters of its status. */
function responded(
  answer: EndpointAnswer,
  parameters: Of<"http">["responseParameters"],
  request: GatewayRequest,
): Answer {
  const own = parameters[String(answer.status)] ?? {};
  const status =
    own["overwrite:statuscode"] === undefined ? undefined : httpValue(own["overwrite:statuscode"], request, answer);
  return {
    status: status === undefined ? answer.status : Number(status),
    headers: changed(answer.headers, "header", own, request, answer),
    body: answer.body,
  };
}

/** The source ARN under which API Gateway calls a function for a route: the route's key, parameters unfilled. */
export const httpSourceArn = (
  api: Pick<HttpApi, "executionArn">,
  route: Pick<HttpRoute, "path">,
  request: Pick<GatewayRequest, "stage" | "method">,
): string => `${api.executionArn}/${request.stage.name}/${route.path ? request.method + route.path : "$default"}`;
