import type { Context } from "koa";
import type { Interaction } from "oidc-provider";
import { errorPage } from "../error-page";
import { answerPage } from "../page";
import { clientOf, type Parts, providersOf, type Step } from "./step";

/** Sends the browser to an identity provider, which sends it back with the id of this sign-in. */
export async function leaveFor(parts: Parts, ctx: Context, interaction: Interaction, name: string): Promise<void> {
  const client = clientOf(parts, interaction);
  if (parts.federation && providersOf(parts, client).some((provider) => provider.name === name)) {
    ctx.redirect(await parts.federation.begin(name, interaction.uid));
    ctx.status = 303;
    return;
  }
  const known = client.identityProviders.length > 0 ? client.identityProviders.join(", ") : "none";
  const detail =
    `${name} is no identity provider of app client ${client.name} that this machine plays (${known}). ` +
    "Add it to its supportedIdentityProviders, or send another identity_provider.";
  answerPage(ctx, 400, errorPage({ error: "identity_provider_not_available", detail }));
}

/** Where the buttons of the sign-in page lead. */
export const leaveStep: Step = (parts, ctx, interaction) =>
  leaveFor(parts, ctx, interaction, String(ctx.query.name ?? ""));

/**
 * The identity provider that a request for authorization asks for by name or identifier, or that is the client's only choice.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/authorization-endpoint.html
 */
export function directProvider(parts: Parts, interaction: Interaction): string | undefined {
  const { identity_provider: name, idp_identifier: identifier } = interaction.params;
  const client = clientOf(parts, interaction);
  const providers = providersOf(parts, client);
  if (typeof name === "string" && name !== "COGNITO") return name;
  if (typeof identifier === "string")
    return providers.find(({ identifiers }) => identifiers.includes(identifier))?.name ?? identifier;
  const [only] = client.identityProviders;
  return client.identityProviders.length === 1 && only === providers[0]?.name ? only : undefined;
}
