import { readPermissions } from "../lambda/permission";
import { startLambda } from "../lambda/runtime";
import { serviceCaller, serviceStreamer } from "../lambda/service-caller";
import { sqsService } from "../sqs/service";
import type { GatewayOptions, ServedApi, StartGateway } from "./contract";
import { Upstreams } from "./integrate/upstreams";
import { type Listening, listen } from "./listen";
import type { Api } from "./model";
import { readHttpApis } from "./read-http-api";
import { readRestApis } from "./read-rest-api";
import type { RawRequest, Served } from "./serve";
import { HttpServer } from "./serve-http";
import { RestServer } from "./serve-rest";

const apiGateway = { name: "API Gateway", principal: "apigateway.amazonaws.com" };

/**
 * Serves every REST and HTTP API of a stack on this machine, each on a port of its own, with all its deployed stages.
 * An API appears in `apis` once for each stage; one without a deployed stage does not appear.
 * Errors: a port in use, an API that cannot be served; the message names it.
 */
export const startGateway: StartGateway = async (options) => {
  const { state, keys, environment, onLog, ports = {}, now = Date.now } = options;
  const apis: readonly Api[] = [...readRestApis(state.resources), ...readHttpApis(state.resources)];
  const own = options.lambda === undefined ? await startLambda({ state, keys, environment, onLog }) : undefined;
  const lambda = options.lambda ?? own!;
  const permissions = readPermissions(state.resources);
  const invoke = serviceCaller(apiGateway, lambda, permissions, onLog);
  const stream = serviceStreamer(apiGateway, lambda, permissions, onLog);
  const sqs = options.sqs ?? sqsService(state, now);
  const upstreams = new Upstreams(options.upstreams ?? {});
  const listening: Listening[] = [];
  const close = async (): Promise<void> => {
    await Promise.all(listening.map((server) => server.close()));
    await own?.close();
  };

  try {
    const served: ServedApi[] = [];
    for (const api of apis.filter(({ stages }) => stages.length > 0)) {
      const server = api.kind === "rest" ? new RestServer(api, now) : new HttpServer(api, now);
      const explain = (line: string) => onLog?.({ functionName: api.name, line });
      const world = { keys, invoke, stream, sqs, upstreams, explain };
      const serve = recorded(api, options, (raw) => server.serve(raw, { ...world, now: now() }));
      const bound = await listen(api.name, ports[api.name] ?? 0, { serve, now });
      listening.push(bound);
      served.push(...api.stages.map(({ name }) => servedApi(api, bound.port, name)));
    }
    return { apis: served, invocations: lambda.invocations, close };
  } catch (error) {
    await close();
    throw error;
  }
};

function servedApi({ name, kind }: Api, port: number, stage: string): ServedApi {
  return { name, kind, url: `http://localhost:${port}${stage === "$default" ? "" : `/${stage}`}` };
}

/** Tells `onRequest` of every request. */
function recorded(api: Api, { onRequest }: GatewayOptions, serve: (raw: RawRequest) => Promise<Served>) {
  return async (raw: RawRequest): Promise<Served> => {
    const started = performance.now();
    const served = await serve(raw);
    onRequest?.({
      api: api.name,
      method: raw.method,
      path: raw.fullPath,
      status: served.answer.status,
      durationMs: performance.now() - started,
      ...(served.route !== undefined && { route: served.route }),
      ...(served.authorizer && { authorizer: served.authorizer }),
    });
    return served;
  };
}
