import { waysIn } from "../../../../policy/controls/ways-in";
import { itAgreesWithOtherRuleSets } from "../../../support/policy/control-cases";

/** They judge exceptions rather than resources, and have tests of their own. */
const ofExceptions = ["excepted-method-has-its-path", "exceptions-are-in-use"];

for (const control of waysIn.filter(({ id }) => !ofExceptions.includes(id)))
  describe(`${control.id} by its cases`, () => itAgreesWithOtherRuleSets(control));
