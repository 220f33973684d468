import type { PropertyValue } from "../../../model";
import { simulator } from "../../simulator";
import { regional, text } from "../shapes";

const scopeName = (scope: PropertyValue): string =>
  typeof scope === "object" && scope !== null && !Array.isArray(scope) ? text(scope.scopeName) : "";

/**
 * Scopes are named `<identifier>/<scope>`.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-define-resource-servers.html
 * @see https://www.pulumi.com/registry/packages/aws/api-docs/cognito/resourceserver/
 */
export const resourceServer = simulator("aws:cognito/resourceServer:ResourceServer", {
  autoName: { property: "name", maxLength: 256 },
  id: ({ inputs }) => `${text(inputs.userPoolId)}|${text(inputs.identifier)}`,
  computed: {
    ...regional,
    scopeIdentifiers: ({ inputs: { identifier, scopes } }) =>
      Array.isArray(scopes) ? scopes.map((scope) => `${text(identifier)}/${scopeName(scope)}`) : [],
  },
});
