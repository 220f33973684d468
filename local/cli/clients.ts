import type { PropertyMap, PropertyValue, StackState } from "../engine/model";
import { didYouMean } from "../engine/project/nearest";
import { plain } from "../engine/values";
import { CommandFault } from "./fault";

/** An app client that may use the client credentials grant. */
export interface MachineClient {
  /** Name of its Pulumi resource. */
  readonly resource: string;
  /** Name of the client in the user pool. */
  readonly name: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly scopes: readonly string[];
}

const clientType = "aws:cognito/userPoolClient:UserPoolClient";

const strings = (value: PropertyValue | undefined): string[] => (Array.isArray(value) ? value.map(String) : []);

export function machineClients({ resources }: StackState): MachineClient[] {
  return resources
    .filter(({ type, id }) => type === clientType && id !== undefined)
    .map(({ id = "", name, outputs }) => ({ id, resource: name, outputs: plain(outputs) as PropertyMap }))
    .filter(({ outputs }) => strings(outputs.allowedOauthFlows).includes("client_credentials"))
    .map(({ id, resource, outputs }) => ({
      resource,
      name: String(outputs.name ?? ""),
      clientId: id,
      clientSecret: String(outputs.clientSecret ?? ""),
      scopes: strings(outputs.allowedOauthScopes),
    }));
}

/** The client that was asked for; without a name, the only one. @throws CommandFault when that is not one client. */
export function chooseClient(clients: readonly MachineClient[], wanted: string | undefined): MachineClient {
  const names = clients.map(({ resource }) => resource);
  if (clients.length === 0) throw new CommandFault("no app client of this stack may use the client credentials grant");
  if (wanted === undefined) {
    if (clients.length === 1) return clients[0]!;
    throw new CommandFault(`several clients may use this grant; give one with --client: ${names.join(", ")}`);
  }
  const found = clients.filter(({ resource, name }) => resource === wanted || name === wanted);
  if (found.length === 1) return found[0]!;
  throw new CommandFault(
    `${wanted} is no client that may use the client credentials grant${didYouMean(wanted, names) || `; expected ${names.join(", ")}`}`,
  );
}
