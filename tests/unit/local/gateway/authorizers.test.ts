import assert from "node:assert/strict";
import { HttpAuthorizers } from "../../../../local/gateway/http-authorize";
import { restSourceArn } from "../../../../local/gateway/integrate/rest-lambda";
import type { HttpApi, HttpLambdaAuthorizer, RestApi, RestLambdaAuthorizer } from "../../../../local/gateway/model";
import { RestAuthorizers } from "../../../../local/gateway/rest-authorize";
import type { CallResult } from "../../../../local/lambda/service-caller";
import { requestOf } from "../../../support/gateway/request";
import { account, executionArn, functionArn, region } from "../../../support/gateway/stack";

const api = { name: "api", id: "abc", region, account, executionArn: executionArn("abc"), stages: [] };
const settings = { binaryMediaTypes: [], apiKeys: [], apiKeySource: "HEADER", models: [] } as const;
const rest: RestApi = { kind: "rest", ...api, routes: [], gatewayResponses: new Map(), ...settings };
const http: HttpApi = { kind: "http", ...api, routes: [] };
const integration = { kind: "unsupported", type: "" } as const;
const shared = {
  ...{ id: "a1", name: "tenant", ttl: 60, function: { arn: functionArn("authorizer"), assumesRole: false } },
  identitySources: [{ from: "header", name: "word" }],
} as const;

/** Calls as given, one after the other, of one API's authorizers; gives how often the function was asked. */
async function countCalls(
  authorize: (call: { id: string; stage: string }, invoke: () => Promise<CallResult>) => Promise<unknown>,
  calls: readonly { id: string; stage: string }[],
  payload: unknown,
): Promise<number> {
  let asked = 0;
  const invoke = async (): Promise<CallResult> => {
    asked++;
    return { kind: "returned", payload };
  };
  for (const call of calls) await authorize(call, invoke);
  return asked;
}

const requestTo = (stage: string) => requestOf({ headers: [["word", "x"]], stage: { name: stage, variables: {} } });

function restCalls(calls: readonly { id: string; stage: string }[], payload: unknown): Promise<number> {
  const authorizers = new RestAuthorizers(rest, () => 0);
  return countCalls(
    ({ id, stage }, invoke) => {
      const authorizer: RestLambdaAuthorizer = { ...shared, id, type: "REQUEST" };
      const route = { resourceId: "r", method: "GET", path: "/", apiKeyRequired: false, integration };
      const authorization = { kind: "lambda", authorizer } as const;
      const context = { keys: () => undefined, now: 0, invoke };
      return authorizers.authorize({ ...route, authorization }, requestTo(stage), context);
    },
    calls,
    payload,
  );
}

function httpCalls(
  calls: readonly { id: string; stage: string }[],
  payload: unknown,
  part: Partial<HttpLambdaAuthorizer> = {},
): Promise<number> {
  const authorizers = new HttpAuthorizers(http, () => 0);
  return countCalls(
    ({ id, stage }, invoke) => {
      const format = { payloadFormat: "2.0", simpleResponses: false } as const;
      const authorization = { kind: "lambda", authorizer: { ...shared, ...format, ...part, id } } as const;
      const context = { keys: () => undefined, now: 0, invoke };
      const route = { key: "GET /", method: "GET", path: "/", integration, authorization };
      return authorizers.authorize(route, requestTo(stage), context);
    },
    calls,
    payload,
  );
}

const policy = (statement: object) => ({ principalId: "ann", policyDocument: { Statement: [statement] } });
const everything = { Effect: "Allow", Action: "*", Resource: "*" };

describe("a Lambda authorizer's memory", () => {
  const once = { id: "a1", stage: "v1" };
  for (const { why, calls, payload = policy(everything), asked } of [
    { why: "serves the same caller again", calls: [once, once], asked: 1 },
    { why: "is no other authorizer's", calls: [once, { ...once, id: "a2" }], asked: 2 },
    { why: "is no other stage's", calls: [once, { ...once, stage: "v2" }], asked: 2 },
    {
      ...{ why: "does not hold a policy that cannot be read", calls: [once, once], asked: 2 },
      payload: policy({ ...everything, Condition: {} }),
    },
  ]) {
    it(`on REST ${why}`, async () => assert.equal(await restCalls(calls, payload), asked));
    it(`on HTTP ${why}`, async () => assert.equal(await httpCalls(calls, payload), asked));
  }

  it("holds a policy in format 1.0, where simple responses do not exist", async () => {
    const part = { payloadFormat: "1.0", simpleResponses: true } as const;
    assert.equal(await httpCalls([once, once], policy(everything), part), 1);
    assert.equal(await httpCalls([once, once], { isAuthorized: true }, part), 2);
  });
});

it("a REST API calls functions under the resource's path with * for parameters", () => {
  const arn = restSourceArn(rest, { path: "/a/{id}/{rest+}" }, requestOf({ method: "PUT" }));
  assert.equal(arn, `${executionArn("abc")}/v1/PUT/a/*/*`);
});
