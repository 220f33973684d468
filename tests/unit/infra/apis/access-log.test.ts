import assert from "node:assert/strict";
import { contextOf } from "../../../../functions/shared/caller";
import { accessLogFormat, type LogFields } from "../../../../infra/apis/plan-access-log";

/** AWS's lists, without `claims.<property>` and `authorizer.<property>`, which are looked at one by one below. */
const documented = {
  // https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-variables-for-access-logging.html
  rest: [
    ...["requestId", "extendedRequestId", "requestTime", "httpMethod", "resourcePath", "status", "stage"],
    ...["responseLatency", "responseLength", "error.responseType", "xrayTraceId", "isCanaryRequest", "wafResponseCode"],
    ...["identity.sourceIp", "identity.userArn", "identity.accountId", "identity.apiKeyId"],
    ...["authorizer.status", "authorizer.latency", "authorizer.error", "authorizer.principalId"],
    ...["integration.status", "integration.latency", "integration.error"],
  ],
  // https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-logging-variables.html
  http: [
    ...["requestId", "extendedRequestId", "requestTime", "httpMethod", "routeKey", "status", "stage"],
    ...["responseLatency", "responseLength", "error.responseType"],
    ...["identity.sourceIp", "identity.userArn", "identity.accountId", "authorizer.error"],
    ...["integration.status", "integration.latency", "integration.error"],
  ],
} as const;

/** Claims of Cognito's access tokens, and the one that the pre token generation adds. */
const claims = ["sub", "client_id", "tenant"];
const context = Object.keys(contextOf({ sub: "s", client_id: "c", tenant: "t" }));

const isDocumented = (kind: "rest" | "http", variable: string) => {
  if ((documented[kind] as readonly string[]).includes(variable)) return true;
  const [, claim] = /^authorizer\.claims\.(\w+)$/.exec(variable) ?? [];
  if (claim !== undefined) return claims.includes(claim);
  const [, property] = /^authorizer\.(\w+)$/.exec(variable) ?? [];
  return property !== undefined && context.includes(property);
};

const variablesOf = (format: string) => [...format.matchAll(/\$context\.([\w.]+)/g)].map(([, variable]) => variable!);

for (const kind of ["rest", "http"] as const)
  describe(`the access log of a ${kind.toUpperCase()} API`, () => {
    const format = accessLogFormat(kind);
    const { caller, authorizer } = JSON.parse(format) as Record<string, LogFields>;

    it("asks for variables that AWS has there, and that the authorizer function passes on", () =>
      assert.deepEqual(
        variablesOf(format).filter((variable) => !isDocumented(kind, variable)),
        [],
      ));

    it("is one line of at most 3 KB, which is what a stage takes", () => {
      assert.doesNotMatch(format, /\n/);
      assert.ok(Buffer.byteLength(format) <= 3072);
    });

    it("holds texts alone, so that a variable without a value leaves it JSON", () =>
      assert.doesNotThrow(() => JSON.parse(format.replaceAll(/\$context\.[\w.]+/g, "-"))));

    it("holds nothing in which a token or a word of the caller's own can stand", () =>
      assert.doesNotMatch(format, /header|querystring|error\.message|userAgent|\.path\b|authorizationToken|apiKey\b/));

    it("says who called, whichever authorizer let them in", () =>
      assert.deepEqual(
        { token: Object.keys(caller!.token!), lambda: Object.keys(caller!.lambda!), iam: Object.keys(caller!.iam!) },
        {
          token: ["subject", "client", "tenant"],
          lambda: ["subject", "client", "tenant"],
          iam: ["subject", "client"],
        },
      ));

    it(`says how the authorizer did, as far as ${kind.toUpperCase()} APIs know`, () =>
      assert.deepEqual(Object.keys(authorizer!), kind === "rest" ? ["status", "latencyMs", "error"] : ["error"]));
  });
