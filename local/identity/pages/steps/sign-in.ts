import { answerPage } from "../page";
import { readForm } from "../read-form";
import { signInPage } from "../sign-in-page";
import { leaveFor } from "./leave";
import { proceed } from "./proceed";
import { clientOf, providersOf, type Step, screen, takesPasswords } from "./step";

/** Where a person gives name and password, or chooses an identity provider. */
export const signInStep: Step = async (parts, ctx, interaction) => {
  const { pool, directory } = parts;
  const client = clientOf(parts, interaction);
  const providers = providersOf(parts, client);
  const playable = providers.map(({ name }) => name);
  const show = (status: number, form: { readonly username?: string; readonly fault?: string }) =>
    answerPage(
      ctx,
      status,
      signInPage(pool, {
        action: ctx.path,
        takesPasswords: takesPasswords(client),
        byDomain: providers.some(({ identifiers }) => identifiers.length > 0),
        ...(pool.selfSignUp && takesPasswords(client) && { signUp: ctx.path + screen("signup") }),
        providers: playable.map((name) => ({
          name,
          url: `${ctx.path}${screen("provider")}&name=${encodeURIComponent(name)}`,
        })),
        absentProviders: client.identityProviders.filter((name) => name !== "COGNITO" && !playable.includes(name)),
        ...form,
      }),
    );
  const { login_hint } = interaction.params;
  if (ctx.method !== "POST") return show(200, typeof login_hint === "string" ? { username: login_hint } : {});
  const { username = "", password = "" } = await readForm(ctx.req);
  const domain = username.split("@")[1]?.trim().toLowerCase();
  const home = providers.find(({ identifiers }) => identifiers.some((known) => known.toLowerCase() === domain));
  if (home) return leaveFor(parts, ctx, interaction, home.name);
  const user = takesPasswords(client) ? await directory.authenticate(username, password) : undefined;
  if (!user) return show(400, { username, fault: "Incorrect username or password." });
  await proceed(parts, ctx, interaction, user);
};
