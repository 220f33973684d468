import { errorPage } from "../error-page";
import { answerPage } from "../page";
import { readForm } from "../read-form";
import { signUpAttributes, signUpPage } from "../sign-up-page";
import { proceed } from "./proceed";
import { clientOf, type Step, screen, takesPasswords } from "./step";

/** Where a person creates an account. */
export const signUpStep: Step = async (parts, ctx, interaction) => {
  const { pool, directory, triggers } = parts;
  if (!pool.selfSignUp || !takesPasswords(clientOf(parts, interaction))) {
    const detail = `Nobody signs up here: administrators or identity providers make the users of user pool ${pool.name}.`;
    return answerPage(ctx, 403, errorPage({ error: "sign_up_not_allowed", detail }));
  }
  const show = (status: number, values: Readonly<Record<string, string>>, faults: readonly string[]) =>
    answerPage(
      ctx,
      status,
      signUpPage(pool, { action: ctx.path + screen("signup"), signIn: ctx.path, values, faults }),
    );
  if (ctx.method !== "POST") return show(200, {}, []);
  const { username = "", password = "", ...rest } = await readForm(ctx.req);
  const wanted = signUpAttributes(pool);
  const attributes = Object.fromEntries(wanted.flatMap((name) => (rest[name] ? [[name, rest[name]]] : [])));
  const missing = wanted.filter((name) => !rest[name]).map((name) => `${name} is missing.`);
  const created =
    missing.length > 0
      ? ({ kind: "refused", faults: missing } as const)
      : await directory.signUp({ username, password, attributes }, (user) =>
          triggers.preSignUp("SignUp", user, clientOf(parts, interaction).id),
        );
  if (created.kind === "refused") return show(400, { ...rest, username }, created.faults);
  await proceed(parts, ctx, interaction, created.user);
};
