import type { PreTokenGenerationV2TriggerEvent, PreTokenGenerationV3TriggerEvent } from "aws-lambda";
import type { AppClient } from "../../../infra/catalogue/define/client";
import type { Group } from "../../../infra/catalogue/define/group";
import { custom, isFederated, type UserAttributes } from "../user-attributes";
import type { ClientName } from "./client-names";
import { parseGroups } from "./groups";

type Event = PreTokenGenerationV2TriggerEvent | PreTokenGenerationV3TriggerEvent;
type Details = Event["response"]["claimsAndScopeOverrideDetails"];

export interface Surroundings {
  readonly catalogue: {
    readonly clients: Readonly<Record<string, AppClient<string>>>;
    readonly groups: Readonly<Record<string, Group<string>>>;
  };
  readonly clientName: ClientName;
}

/**
 * What Cognito puts into the tokens, whichever way they are asked for. Nothing of `clientMetadata` goes in: anybody can send it.
 * Claims that AWS reserves are left alone; `tenant` is none of them.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-pre-token-generation.html
 * @throws {Error} for an event that cannot change access tokens (version 1), and when the client cannot be looked up
 */
export async function customize(event: Event, surroundings: Surroundings): Promise<Details> {
  if (event.version === "1") {
    throw new Error("Access tokens can be customized from event version 2 on; expected V2_0 or V3_0, found V1_0.");
  }
  return event.triggerSource === "TokenGeneration_ClientCredentials"
    ? forMachine(event, surroundings)
    : forPerson(event, surroundings);
}

async function forMachine(event: Event, surroundings: Surroundings): Promise<Details> {
  const client = await clientOf(event, surroundings);
  const tenant = client?.kind === "machine" ? client.tenant : undefined;
  return { accessTokenGeneration: { claimsToAddOrOverride: tenantClaim(tenant) } };
}

async function forPerson(event: Event, surroundings: Surroundings): Promise<Details> {
  const { groupConfiguration, userAttributes, scopes = [] } = event.request;
  const groups = groupsOf(event, surroundings);
  const claimsToAddOrOverride = tenantClaim(userAttributes[custom("tenant")]);
  return {
    idTokenGeneration: { claimsToAddOrOverride },
    accessTokenGeneration: {
      claimsToAddOrOverride,
      scopesToAdd: (await scopesOf(groups, event, surroundings)).filter((scope) => !scopes.includes(scope)),
      scopesToSuppress: [selfService],
    },
    // Left out, it would take every group and role away.
    groupOverrideDetails: { ...groupConfiguration, groupsToOverride: groups },
  };
}

/**
 * Lets its bearer rewrite their own attributes, groups and tenant among them, wherever a client may write those. Cognito puts it
 * into each token that its own API issues; no client of the catalogue has it.
 */
const selfService = "aws.cognito.signin.user.admin";

const tenantClaim = (tenant: string | undefined): Record<string, string> => (tenant ? { tenant } : {});

/** The declared groups among those of the user pool and, where an identity provider stands behind the account, of that. */
function groupsOf({ request }: Event, { catalogue }: Surroundings): string[] {
  const attributes: UserAttributes = request.userAttributes;
  const provided = isFederated(attributes) ? parseGroups(attributes[custom("groups")]) : [];
  const all = new Set([...(request.groupConfiguration.groupsToOverride ?? []), ...provided]);
  return [...all].filter((name) => Object.hasOwn(catalogue.groups, name));
}

/** The scopes of groups, as far as the client may ask for them: who is in a group does not make an application more trusted. */
async function scopesOf(groups: readonly string[], event: Event, surroundings: Surroundings): Promise<string[]> {
  const granted = new Set(groups.flatMap((name) => surroundings.catalogue.groups[name]?.scopes ?? []));
  if (granted.size === 0) return [];
  const client = await clientOf(event, surroundings);
  return [...granted].filter((scope) => client?.scopes.includes(scope));
}

async function clientOf({ userPoolId, callerContext }: Event, { catalogue, clientName }: Surroundings) {
  const name = await clientName(userPoolId, callerContext.clientId);
  return Object.hasOwn(catalogue.clients, name) ? catalogue.clients[name] : undefined;
}
