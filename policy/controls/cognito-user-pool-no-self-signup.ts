import type { Control } from "../control";
import { userPools } from "../model/cognito-types";
import { whyNot } from "../model/demand";
import { read } from "../reading";

export const cognitoUserPoolNoSelfSignup: Control = {
  id: "cognito-user-pool-no-self-signup",
  title: "Only administrators create users.",
  severity: "low",
  level: "advisory",
  types: userPools,
  why: "Anyone on the internet can get an account, and with it whatever every signed-in user may do.",
  fix: "Set adminCreateUserConfig.allowAdminCreateUserOnly to true, unless the product is for everyone.",
  source: "https://docs.aws.amazon.com/cognito/latest/developerguide/signing-up-users-in-your-app.html",
  elsewhere: { prowler: "cognito_user_pool_self_registration_disabled" },
  checkResource: ({ properties }) => {
    const reason = whyNot(
      "allowAdminCreateUserOnly",
      read(properties, "adminCreateUserConfig", "allowAdminCreateUserOnly"),
      [true],
      false,
    );
    return reason === undefined ? [] : [`Anyone can make an account: ${reason}.`];
  },
};
