import type { BreakingRoute, Control } from "../control";
import { readDocument } from "../model/openapi/document";
import { readOf } from "../model/property";
import { keyOf, waysInto } from "../model/way-in";
import type { Resource } from "../resource";
import { families } from "../resource-types";
import type { Settings } from "../settings";

export const openapiOperationHasAuthorizer: Control = {
  id: "openapi-operation-has-authorizer",
  title: "Every operation of an API's OpenAPI definition but OPTIONS has an authorizer.",
  severity: "critical",
  level: "mandatory",
  types: [...families.restApi, ...families.httpApi],
  why: "API Gateway makes an open method of an operation without security, and no Method or Route resource shows it.",
  fix: "Give the operation a security requirement whose scheme carries x-amazon-apigateway-authorizer, or awsSigv4 as its x-amazon-apigateway-authtype; if it must be public, list it in the policy's exceptions.",
  source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions-authorizer.html",
  settings: {
    unknownBody: {
      type: "boolean",
      default: false,
      description:
        "true where a definition may pass a preview that does not know it, as it has ids that AWS has yet to give; the update still judges it",
    },
  },
  excusable: { shows: "routes", breaking: openOperations },
  checkResource: (api, settings) => [...unseen(api, settings), ...openOperations(api).map(({ message }) => message)],
};

function openOperations(api: Resource): readonly BreakingRoute[] {
  return waysInto(api).flatMap((way) =>
    way.declaredBy !== "operation" || way.verb === "OPTIONS" || way.opening === undefined
      ? []
      : [{ route: keyOf(way), message: `${way.subject} can be called by anyone without credentials: ${way.opening}.` }],
  );
}

function unseen(api: Resource, { unknownBody }: Settings): readonly string[] {
  switch (readDocument(readOf(api, "body")).state) {
    case "read":
      return [];
    case "unreadable":
      return ["Nothing shows who can call this API: body is neither JSON nor YAML of an object."];
    case "unknown":
      return unknownBody === true
        ? []
        : [
            "Nothing shows who can call this API: body is not known before the deployment, and the setting unknownBody is not true.",
          ];
    case "absent":
      return readOf(api, "bodyS3Location").state === "absent"
        ? []
        : ["Nothing shows who can call this API: its definition lies in S3. Write it into body."];
  }
}
