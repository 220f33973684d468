import type { AppClient, StandardScope } from "../catalogue/define/client";
import type { SecurityScheme } from "./model";
import type { Source } from "./source";

type Flows = Extract<SecurityScheme, { readonly type: "oauth2" }>["flows"];

interface Place {
  readonly catalogue: Pick<Source, "resourceServers">;
  readonly loginUrl: string;
}

/**
 * How these app clients come to tokens. OpenAPI has no word for PKCE, which the code grant of browser and native clients needs.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/authorization-endpoint.html
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/token-endpoint.html
 */
export function flowsOf(clients: Source["clients"], { catalogue, loginUrl }: Place): Flows {
  const all = Object.values(clients);
  const people = all.filter(({ kind }) => kind !== "machine");
  const machines = all.filter(({ kind }) => kind === "machine");
  const scopesOf = (some: readonly AppClient<string>[]) => describeScopes(some, catalogue.resourceServers);
  const tokenUrl = `${loginUrl}/oauth2/token`;
  return {
    ...(people.length > 0 && {
      authorizationCode: {
        authorizationUrl: `${loginUrl}/oauth2/authorize`,
        tokenUrl,
        refreshUrl: tokenUrl,
        scopes: scopesOf(people),
      },
    }),
    ...(machines.length > 0 && { clientCredentials: { tokenUrl, scopes: scopesOf(machines) } }),
  };
}

/** @see https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-define-resource-servers.html */
const standard: Readonly<Record<StandardScope, string>> = {
  openid: "Know who signed in, by an ID token",
  email: "See the e-mail address, with openid",
  phone: "See the phone number, with openid",
  profile: "See all attributes that the app client may read, with openid",
};

/** The scopes that some of these clients may ask for, and what each lets its bearer do. */
function describeScopes(clients: readonly AppClient<string>[], servers: Source["resourceServers"]) {
  const known: Readonly<Record<string, string>> = {
    ...standard,
    ...Object.fromEntries(
      Object.entries(servers).flatMap(([server, { scopes }]) =>
        Object.entries(scopes).map(([scope, description]) => [`${server}/${scope}`, description]),
      ),
    ),
  };
  const asked = new Set<string>(clients.flatMap(({ scopes }) => scopes));
  return Object.fromEntries(Object.entries(known).filter(([scope]) => asked.has(scope)));
}
