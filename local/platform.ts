import type { JSONWebKeySet } from "jose";
import { startDynamoDB } from "./dynamodb/server";
import { deferred } from "./engine/deferred";
import type { StackState } from "./engine/model";
import { startFederation } from "./federation/start";
import type { Gateway, GatewayOptions } from "./gateway/contract";
import { startGateway } from "./gateway/server";
import type { Identity } from "./identity/contract";
import { startIdentity } from "./identity/server";
import { readPermissions } from "./lambda/permission";
import { startLambda } from "./lambda/runtime";
import { type ServiceCall, serviceCaller } from "./lambda/service-caller";
import { type SqsServer, serveSqs } from "./sqs/server";
import { sqsService } from "./sqs/service";

export interface PlatformOptions extends Pick<GatewayOptions, "now" | "onRequest" | "onLog" | "upstreams"> {
  readonly state: StackState;
  /**
   * First TCP port on localhost: the user pool takes it, the APIs those that follow, in the order of their names, then the queues.
   * Default: free ports.
   */
  readonly port?: number;
}

/** A stack, served on localhost. */
export interface Platform {
  /** Absent when the stack has no user pool. */
  readonly identity?: Identity;
  readonly gateway: Gateway;
  /** Absent when the stack has no queue. */
  readonly queues?: Pick<SqsServer, "url">;
  close(): Promise<void>;
}

const apiTypes = ["aws:apigateway/restApi:RestApi", "aws:apigatewayv2/api:Api"];
const poolType = "aws:cognito/userPool:UserPool";
const queueType = "aws:sqs/queue:Queue";
const providerType = "aws:cognito/identityProvider:IdentityProvider";
const cognito = { name: "Amazon Cognito", principal: "cognito-idp.amazonaws.com" };

/**
 * Serves what a stack declares: its user pool, its tables, its queues, its functions and its APIs. The pool comes first, because functions are told
 * where it is; it calls them when they are there. What was started is closed again when a later part fails.
 * @throws {Error} naming the port, when one is taken
 */
export async function startPlatform(options: PlatformOptions): Promise<Platform> {
  const { state, port } = options;
  const started: { close(): Promise<void> }[] = [];
  const start = async <T extends { close(): Promise<void> }>(starting: Promise<T>) => {
    const part = await starting;
    started.push(part);
    return part;
  };
  const close = async () => {
    for (const part of started.splice(0).reverse()) await part.close();
  };

  try {
    const functions = deferred<ServiceCall>();
    const has = (wanted: string) => state.resources.some(({ type }) => type === wanted);
    const identity = has(poolType)
      ? await start(
          startIdentity({
            state,
            port: port ?? 0,
            invoke: async (...call) => (await functions.promise)(...call),
            ...(has(providerType) && { federation: (poolUrl) => startFederation({ state, poolUrl }) }),
          }),
        )
      : undefined;
    const database = await start(startDynamoDB({ state }));
    const sqs = sqsService(state, options.now ?? Date.now);
    const ports = portsOf(state, port);
    const queues = has(queueType)
      ? await start(serveSqs(sqs, port === undefined ? 0 : port + 1 + Object.keys(ports).length))
      : undefined;
    const keys = (issuer: string) => keysOf(identity, issuer);
    const lambda = await start(
      startLambda({
        state,
        keys,
        environment: {
          AWS_ENDPOINT_URL_DYNAMODB: database.url,
          ...(queues && { AWS_ENDPOINT_URL_SQS: queues.url }),
          ...(identity && { AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: identity.url }),
        },
        ...(queues && { sqsPort: queues.port }),
        onLog: options.onLog,
      }),
    );
    functions.resolve(serviceCaller(cognito, lambda, readPermissions(state.resources), options.onLog));
    const gateway = await start(startGateway({ ...options, ports, keys, lambda, sqs }));
    return { ...(identity && { identity }), gateway, ...(queues && { queues }), close };
  } catch (error) {
    await close();
    throw error;
  }
}

const portsOf = ({ resources }: StackState, first: number | undefined) =>
  first === undefined
    ? {}
    : Object.fromEntries(
        resources
          .filter(({ type }) => apiTypes.includes(type))
          .map(({ name }) => name)
          .sort()
          .map((name, index) => [name, first + 1 + index]),
      );

const keysOf = (identity: Identity | undefined, issuer: string): JSONWebKeySet | undefined =>
  issuer === identity?.issuer ? identity.jwks : undefined;
