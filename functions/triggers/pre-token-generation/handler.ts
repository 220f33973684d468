import type { PreTokenGenerationV2TriggerEvent, PreTokenGenerationV3TriggerEvent } from "aws-lambda";
import { clients } from "../../../infra/catalogue/clients";
import { groups } from "../../../infra/catalogue/groups";
import { cognito } from "../cognito";
import { clientNames } from "./client-names";
import { customize } from "./customize";

type Event = PreTokenGenerationV2TriggerEvent | PreTokenGenerationV3TriggerEvent;

const surroundings = { catalogue: { clients, groups }, clientName: clientNames(cognito()) };

/** Puts groups, their scopes and the tenant into tokens. When that cannot be done, no token is issued. */
export async function handler(event: Event): Promise<Event> {
  event.response = { claimsAndScopeOverrideDetails: await customize(event, surroundings) };
  return event;
}
