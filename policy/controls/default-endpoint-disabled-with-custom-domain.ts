import type { Control } from "../control";
import { isOn } from "../model/demand";
import { domainMappings, httpApis, restApis, routingRules } from "../model/edge-types";
import { bodyDisablesEndpoint } from "../model/endpoint-in-body";
import { apiKeyOf, apiKeyOfId } from "../model/owner";
import { ofTypes } from "../model/shown";
import { read, readText } from "../reading";
import type { Stack, StackResource } from "../resource";

export const defaultEndpointDisabledWithCustomDomain: Control = {
  id: "default-endpoint-disabled-with-custom-domain",
  title: "An API behind a custom domain does not answer at its default endpoint as well.",
  severity: "high",
  level: "mandatory",
  types: [...restApis, ...httpApis],
  why: "Callers could go around what guards the domain, such as client certificates or a minimum TLS version, at execute-api.",
  fix: "Set disableExecuteApiEndpoint to true on the API.",
  source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-disable-default-endpoint.html",
  elsewhere: { mondoo: "api-gw-disable-default-endpoint" },
  checkStack: (stack) => {
    const mapped = mappedApis(stack);
    return ofTypes(stack, [...restApis, ...httpApis])
      .filter((api) => mapped.has(api.urn))
      .filter(
        ({ properties }) => !isOn(read(properties, "disableExecuteApiEndpoint")) && !bodyDisablesEndpoint(properties),
      )
      .map(({ urn }) => ({
        message: "Anyone can call this API past its custom domain: disableExecuteApiEndpoint is not true.",
        urn,
      }));
  },
};

/** The APIs to which a custom domain leads, by a mapping or a routing rule. */
function mappedApis(stack: Stack): ReadonlySet<string> {
  return new Set([
    ...ofTypes(stack, domainMappings).flatMap((mapping) => apiKeyOf(stack, mapping) ?? []),
    ...ofTypes(stack, routingRules).flatMap((rule) => [
      ...(rule.propertyDependencies.actions ?? []).map(({ urn }) => urn),
      ...actionsOf(rule).map((id) => apiKeyOfId(stack, id)),
    ]),
  ]);
}

function actionsOf({ properties }: StackResource): readonly string[] {
  const actions = read(properties, "actions");
  if (actions.state !== "known" || !Array.isArray(actions.value)) return [];
  return actions.value.flatMap((_, index) => readText(properties, "actions", index, "invokeApi", "apiId") ?? []);
}
