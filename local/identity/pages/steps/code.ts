import { codePage } from "../code-page";
import { errorPage } from "../error-page";
import { answerPage } from "../page";
import { readForm } from "../read-form";
import { finish } from "./proceed";
import type { Step } from "./step";

/** Wrong codes that end a sign-in: guessing then needs the password again. */
const limit = 5;

/** Where a person gives the code of an authenticator app, and enrols one before the first. */
export const codeStep: Step = async (parts, ctx, interaction) => {
  const { authenticators, codes, directory } = parts;
  const pending = codes.get(interaction.uid);
  const user = directory.bySub(pending?.sub ?? "");
  if (!pending || !user) return ctx.redirect(ctx.path);
  const { secret } = pending;
  const show = (status: number, fault?: string) =>
    answerPage(
      ctx,
      status,
      codePage({
        action: ctx.path + ctx.search,
        ...(secret !== undefined && { enrol: { secret, uri: authenticators.uri(user, secret) } }),
        ...(fault !== undefined && { fault }),
      }),
    );
  if (ctx.method !== "POST") return show(200);
  const { code = "" } = await readForm(ctx.req);
  const proven =
    secret === undefined ? authenticators.verify(user, code) : authenticators.enrolWith(user, secret, code);
  if (proven) {
    codes.take(interaction.uid);
    return finish(parts, ctx, interaction, user);
  }
  pending.failures += 1;
  if (pending.failures < limit) return show(400, "This code is wrong, or was used before. Wait for the next one.");
  codes.take(interaction.uid);
  const detail = `${limit} codes were wrong. Go back to the application and start again.`;
  answerPage(ctx, 400, errorPage({ error: "too_many_codes", detail }));
};
