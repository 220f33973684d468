import type { Control, StackFinding } from "../control";
import { type Exception, exceptionsIn, hasExpired, openedBy } from "../exceptions";
import { type Model, modelOf } from "../model/model";
import type { StackResource } from "../resource";
import { families } from "../resource-types";

export const exceptedMethodHasItsPath: Control = {
  id: "excepted-method-has-its-path",
  title: "A REST method that an exception opens lies at the path that the exception names.",
  severity: "critical",
  level: "mandatory",
  types: families.restMethod,
  why: "A Method does not show its path. If its name alone excused it, moving it to another path would open that path unseen.",
  fix: "Move the method back, protect it, or review the exception and name the new path in it.",
  source: "https://docs.aws.amazon.com/apigateway/latest/api/API_PutMethod.html",
  checkStack: (stack, { excused, today }) =>
    excused
      .filter(({ control }) => control.excusable?.shows === "verb")
      .flatMap((entry) =>
        exceptionsIn(entry.settings)
          .filter((exception) => !hasExpired(exception, today))
          .flatMap((exception) =>
            openedBy(exception, entry, stack, today).flatMap((method) => misplaced(modelOf(stack), method, exception)),
          ),
      ),
};

function misplaced(model: Model, method: StackResource, { route }: Exception): readonly StackFinding[] {
  const path = model.places.pathOf(method);
  if (path === route.slice(route.indexOf(" ") + 1)) return [];
  const where = path === undefined ? "its path cannot be followed within the stack" : "it lies at another path";
  return [{ message: `The exception for "${route}" opens this method, but ${where}.`, urn: method.urn }];
}
