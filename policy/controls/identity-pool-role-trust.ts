import type { Control } from "../control";
import { iamRoles, identityPoolRoles, identityPools } from "../model/cognito-types";
import { readFirst } from "../model/demand";
import { madeFrom, ofTypes } from "../model/shown";
import { type TrustFault, trustFaults } from "../model/trust-policy";

const messages: Readonly<Record<TrustFault, string>> = {
  anyPool:
    "Anyone with an AWS account can take this role through an identity pool of their own: its trust names no pool in cognito-identity.amazonaws.com:aud.",
  anyIdentity:
    "Guests and signed-in users alike can take this role: its trust names neither in cognito-identity.amazonaws.com:amr.",
};

export const identityPoolRoleTrust: Control = {
  id: "identity-pool-role-trust",
  title: "A role for an identity pool's users trusts that pool only, and says whether it is for guests.",
  severity: "critical",
  level: "mandatory",
  types: iamRoles,
  why: "The service is the same for every customer of AWS: only the conditions tell one's own users from others'.",
  fix: "Put StringEquals on cognito-identity.amazonaws.com:aud with the pool's id, and ForAnyValue:StringLike on cognito-identity.amazonaws.com:amr with authenticated.",
  source: "https://docs.aws.amazon.com/cognito/latest/developerguide/role-trust-and-permissions.html",
  checkResource: ({ properties }) => trustFaults(properties).map((fault) => messages[fault]),
  // A trust that has the pool's id in it is unknown in a preview. In the update the resource check sees it.
  checkStack: (stack) =>
    [...new Set(ofTypes(stack, identityPoolRoles).flatMap((roles) => madeFrom(roles, "roles", iamRoles)))]
      .filter(
        ({ properties }) => readFirst(properties, "assumeRolePolicy", "assumeRolePolicyDocument").state === "unknown",
      )
      .filter((role) =>
        ["assumeRolePolicy", "assumeRolePolicyDocument"].every(
          (name) => madeFrom(role, name, identityPools).length === 0,
        ),
      )
      .map(({ urn }) => ({
        message:
          "Nothing shows that this role, which an identity pool gives its users, trusts that pool only: its trust is not known before the deployment, and made from no identity pool.",
        urn,
      })),
};
