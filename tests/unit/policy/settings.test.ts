import assert from "node:assert/strict";
import { exceptionsSchema } from "../../../policy/exceptions";
import { parseSettings, SettingsFault, type SettingsSchema } from "../../../policy/settings";

const subject = () => undefined;
const route = { route: "GET /health", reason: "Load balancers probe it" };

const schema: SettingsSchema = {
  maximumMinutes: {
    type: "integer",
    minimum: 5,
    maximum: 1440,
    default: 60,
    description: "whole minutes from 5 to 1440",
  },
  strict: { type: "boolean", description: "true or false" },
  exceptions: exceptionsSchema({ shows: "route", subject }, [route]),
};

describe("a policy's settings", () => {
  it("fall back to their defaults", () =>
    assert.deepEqual(parseSettings("p", schema, {}), { maximumMinutes: 60, exceptions: [route] }));

  it("replace a default list as a whole, so that an empty list excuses nothing", () =>
    assert.deepEqual(parseSettings("p", schema, { exceptions: [] }).exceptions, []));

  for (const { why, given, faults } of [
    {
      why: "refuse a number as text",
      given: { maximumMinutes: "60" },
      faults: [/^p.maximumMinutes is "60"; expected whole/],
    },
    {
      why: "refuse a number out of range",
      given: { maximumMinutes: 1441 },
      faults: [/is 1441; expected whole minutes/],
    },
    { why: "refuse half a minute", given: { maximumMinutes: 5.5 }, faults: [/is 5.5; expected/] },
    {
      why: "refuse text for a boolean",
      given: { strict: "yes" },
      faults: [/^p.strict is "yes"; expected true or false/],
    },
    {
      why: "refuse a misspelt key",
      given: { exception: [] },
      faults: [/^p.exception is not a setting; expected .*exceptions/],
    },
    {
      why: "refuse one object for a list",
      given: { exceptions: route },
      faults: [/^p.exceptions is an object; expected a/],
    },
    {
      why: "refuse bare routes",
      given: { exceptions: ["GET /"] },
      faults: [/^p.exceptions\[0\] is "GET \/"; expected an/],
    },
    {
      why: "refuse an exception without a reason, and say all else that is wrong",
      given: { exceptions: [{ route: "/*", until: "2030-01-31" }] },
      faults: [/\[0\].until is not a setting/, /\[0\].route is "\/\*"; expected one route/, /\[0\].reason is missing/],
    },
    {
      why: "refuse an empty reason",
      given: { exceptions: [{ ...route, reason: "  " }] },
      faults: [/reason is " {2}"; expected why/],
    },
    { why: "refuse a wildcard", given: { exceptions: [{ ...route, route: "GET /*" }] }, faults: [/without wildcards/] },
    {
      why: "refuse a day that no calendar has",
      given: { exceptions: [{ ...route, expires: "2030-02-30" }] },
      faults: [/expires is "2030-02-30"; expected the last day/],
    },
    {
      why: "refuse another date format",
      given: { exceptions: [{ ...route, expires: "31.1.2030" }] },
      faults: [/expires is/],
    },
  ])
    it(why, () => {
      assert.throws(
        () => parseSettings("p", schema, given),
        (error) => {
          assert.ok(error instanceof SettingsFault);
          assert.equal(error.faults.length, faults.length, error.message);
          for (const [index, fault] of faults.entries()) assert.match(error.faults[index]!, fault);
          return true;
        },
      );
    });

  it("ask for the resource's name where a resource does not show its path", () =>
    assert.throws(
      () =>
        parseSettings("p", { exceptions: exceptionsSchema({ shows: "verb", subject }, []) }, { exceptions: [route] }),
      /p.exceptions\[0\].resource is missing; expected the name/,
    ));
});
