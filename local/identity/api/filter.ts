import { userAttributes, userStatus } from "../triggers/event";
import type { User } from "../users/directory";
import { ApiFault } from "./api-fault";

const searchable = [
  ...["username", "email", "phone_number", "name", "given_name", "family_name", "preferred_username"],
  ...["cognito:user_status", "status", "sub"],
];

/**
 * Reads a `Filter` of ListUsers, such as `email = "ada@example.com"` or `name ^= "A"` (begins with). An empty one takes everybody.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/how-to-manage-user-accounts.html
 * @throws ApiFault when it is of another form, or of an attribute that cannot be searched.
 */
export function readFilter(filter: string): (user: User) => boolean {
  if (filter.trim() === "") return () => true;
  const [, name = "", operator, quoted = ""] = /^\s*"?([\w:]+)"?\s*(\^?=)\s*"((?:[^"\\]|\\.)*)"\s*$/.exec(filter) ?? [];
  if (operator === undefined) {
    throw new ApiFault("InvalidParameterException", `Filter is ${filter}; expected such as email = "ada@example.com".`);
  }
  if (!searchable.includes(name)) {
    throw new ApiFault("InvalidParameterException", `${name} cannot be searched; expected ${searchable.join(", ")}.`);
  }
  const wanted = quoted.replace(/\\(.)/g, "$1");
  return (user) => {
    const value = valueIn(user, name);
    return value !== undefined && (operator === "=" ? value === wanted : value.startsWith(wanted));
  };
}

function valueIn(user: User, name: string): string | undefined {
  if (name === "username") return user.username;
  if (name === "status") return "Enabled";
  return name === "cognito:user_status" ? userStatus(user) : userAttributes(user)[name];
}
