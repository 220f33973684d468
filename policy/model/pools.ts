import type { StackResource } from "../resource";
import { listIn } from "./list";
import type { Authorizer, Model } from "./model";

/**
 * The user pools of this stack whose tokens an authorizer takes: those that its ARNs or its issuer name, or from which
 * they are made where they are not known yet. None for a pool outside the stack, and for a Lambda authorizer.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-tokens-verifying-a-jwt.html
 */
export function poolsOf(authorizer: Authorizer, { relations }: Model): readonly StackResource[] {
  const { providerArns, issuer, resource } = authorizer;
  const arns = listIn(providerArns);
  const issuers = listIn(issuer);
  const named = [
    ...arns.texts.flatMap((arn) => relations.named("userPool", arn) ?? named_(arn, ":userpool/")),
    ...issuers.texts.flatMap((url) => named_(url, "/")),
  ];
  const hidden = [arns, issuers].some(({ state, partly }) => state === "unknown" || partly);
  const related = ["providerArns", "jwtConfiguration", "body"].flatMap((property) =>
    relations.related(resource, property, "userPool"),
  );
  // A known ARN whose pool shows no id of its own is the pool that it was made from.
  const made = hidden || (named.length === 0 && arns.texts.length + issuers.texts.length > 0);
  return [...new Set([...named, ...(made ? related : [])])];

  function named_(text: string, mark: string): StackResource[] {
    const pool = relations.named("userPool", text.slice(text.lastIndexOf(mark) + mark.length));
    return pool === undefined ? [] : [pool];
  }
}
