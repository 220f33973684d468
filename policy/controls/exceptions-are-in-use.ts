import type { Control } from "../control";
import { type Exception, exceptionsIn, hasExpired, openedBy } from "../exceptions";
import { modelOf } from "../model/model";
import type { Stack } from "../resource";

export const exceptionsAreInUse: Control = {
  id: "exceptions-are-in-use",
  title: "Every exception opens one route that exists, for as long as it was granted.",
  severity: "low",
  level: "advisory",
  types: [],
  why: "An exception that nobody needs any more waits for the next route of its name, and opens it.",
  fix: "Remove the exception, or narrow it to the one route that must be public.",
  source: "https://www.pulumi.com/docs/using-pulumi/crossguard/configuration/",
  checkStack: (stack, { excused, today }) =>
    excused.flatMap((entry) =>
      exceptionsIn(entry.settings).flatMap((exception) => {
        // A stack without any API needs none of the routes that the pack lets be public.
        const used = !hasApi(stack) || openedBy(exception, entry, stack, today).length > 0;
        return complaints(exception, used, today).map((complaint) => ({
          message: `The exception for "${exception.route}" in ${entry.control.id} ${complaint}.`,
        }));
      }),
    ),
};

function hasApi(stack: Stack): boolean {
  const { apis, routes } = modelOf(stack);
  return apis.length > 0 || routes.length > 0;
}

function complaints(exception: Exception, used: boolean, today: string): readonly string[] {
  return [
    ...(hasExpired(exception, today) ? [`ended on ${exception.expires}`] : []),
    ...(used ? [] : ["opens no route of this stack"]),
    ...(isWide(exception) ? ["is wide: it opens more than one route"] : []),
  ];
}

function isWide({ route }: Exception): boolean {
  return route === "$default" || route.startsWith("ANY ") || route.endsWith("+}");
}
