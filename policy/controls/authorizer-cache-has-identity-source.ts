import type { Control } from "../control";
import { authorizersIn, caches } from "../model/authorizer";
import { listIn } from "../model/list";
import { readOf, textOf } from "../model/property";
import type { Resource } from "../resource";
import { families, familyOf } from "../resource-types";

/** Seconds for which API Gateway keeps an answer unless it is told otherwise. */
const defaultTtl = 300;

export const authorizerCacheHasIdentitySource: Control = {
  id: "authorizer-cache-has-identity-source",
  title: "A REQUEST authorizer that keeps answers names the identity sources by which it keeps them.",
  severity: "high",
  level: "mandatory",
  types: [...families.restAuthorizer, ...families.httpAuthorizer, ...families.restApi, ...families.httpApi],
  why: "Answers are kept by identity source. Without one nothing tells callers apart, and AWS refuses the authorizer late.",
  fix: "Name the header or parameter that carries the credentials as identity source, or set authorizerResultTtlInSeconds to 0.",
  source: "https://docs.aws.amazon.com/apigateway/latest/api/API_CreateAuthorizer.html",
  checkResource: (resource) =>
    authorizersIn(resource)
      .filter(({ type }) => type.state === "known" && type.value === "REQUEST")
      .filter((authorizer) => caches(authorizer) && listIn(authorizer.identitySources).state === "none")
      .map(
        ({ subject, ttl }) =>
          `${subject} may give one caller the answer meant for another: it keeps answers${ttl.state === "absent" ? ` for ${defaultTtl} seconds, as its TTL is absent` : ""}, and names no identity source.`,
      ),
  remediate: (resource) =>
    readOf(resource, "authorizerResultTtlInSeconds").state === "absent" && takesTtl(resource)
      ? { authorizerResultTtlInSeconds: defaultTtl }
      : undefined,
};

/** JWT authorizers and those of WebSocket APIs have no TTL; of the three on v2, only HTTP's has a payload format. */
function takesTtl(resource: Resource): boolean {
  if (familyOf(resource.type) === "restAuthorizer") return true;
  return (
    textOf(resource, "authorizerType") === "REQUEST" &&
    readOf(resource, "authorizerPayloadFormatVersion").state !== "absent"
  );
}
