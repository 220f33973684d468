import assert from "node:assert/strict";
import { type Command, understand } from "../../../../local/cli/arguments";
import { flags } from "../../../../local/cli/flags";
import { help } from "../../../../local/cli/help";
import { verbs } from "../../../../local/cli/verbs";

const read = (line: string) => understand(line.split(" ").filter(Boolean), "/home/ada/shop");

describe("a command line", () => {
  for (const [why, line, expected] of [
    ["names its stacks", "preview --stack dev -s prod --stack dev", { verb: "preview", stacks: ["dev", "prod"] }],
    ["may begin with flags", "--stack dev up", { verb: "up", stacks: ["dev"] }],
    ["is about the folder in which it is typed", "up", { directory: "/home/ada/shop" }],
    [
      "may be about another folder, from which all paths start",
      "up -C ../bank --config-file a.yaml --policy-pack p",
      { directory: "/home/ada/bank", configFile: "/home/ada/bank/a.yaml", policyPacks: ["/home/ada/bank/p"] },
    ],
    ["leaves the policy packs to the project", "check", { policyPacks: undefined }],
    ["may ask for no policy pack", "check --policy-pack none", { policyPacks: [] }],
    ["serves unless told not to", "up", { serve: true, port: 4700 }],
    ["may not serve", "up --no-serve", { serve: false }],
    ["is taken at its last word", "up --no-serve --serve", { serve: true }],
    ["may take free ports", "up --port 0", { port: 0 }],
    ["may join a value with an equals sign", "preview --stack=dev --json", { stacks: ["dev"], json: true }],
    [
      "may ask for scopes",
      "token --client batch --scope a/read --scope a/write",
      { client: "batch", scopes: ["a/read", "a/write"] },
    ],
  ] as const) {
    it(why, () => {
      const understood = read(line);
      assert.equal(understood.kind, "run");
      const { command } = understood as { command: Command };
      const found = Object.fromEntries(Object.keys(expected).map((key) => [key, command[key as keyof Command]]));
      assert.deepEqual(found, expected);
    });
  }

  for (const [why, line, message] of [
    ["a verb that does not exist", "prevew", "prevew is not a verb; did you mean preview?"],
    [
      "a verb like no other",
      "frobnicate",
      "frobnicate is not a verb; expected preview, up, check, export, demo, token, help",
    ],
    ["a flag that does not exist", "preview --stak dev", "preview has no flag --stak; did you mean --stack?"],
    ["a flag of another verb", "preview --port 3", "preview has no flag --port"],
    ["a misspelt flag without a verb", "--hlep", "--hlep is not a flag; did you mean --help?"],
    ["flags without a verb", "--json", "no verb was given; expected preview, up, check, export, demo, token, help"],
    ["a flag without its value", "preview --stack", "--stack needs a name"],
    ["a flag in place of a value", "preview --stack --json", "--stack needs a name; --json is a flag"],
    ["a value for a switch", "preview --json=yes", "--json takes no value"],
    ["a stack without its flag", "preview dev", "preview takes no dev; did you mean --stack dev?"],
    ["several stacks for one server", "up -s dev -s prod", "up takes one stack; found dev, prod"],
    ["a port that is none", "up --port 70000", "--port is 70000; expected a number from 0 to 65535"],
    [
      "no pack beside a pack",
      "check --policy-pack none --policy-pack p",
      "--policy-pack none stands alone; found other packs too",
    ],
    [
      "one configuration for several stacks",
      "preview -s a -s b --config-file c",
      "--config-file is for one stack; found a, b",
    ],
    ["help about nothing", "help prevew", "prevew is not a verb; did you mean preview?"],
  ] as const) {
    it(`refuses ${why}`, () => assert.deepEqual(read(line), { kind: "wrong", message }));
  }

  for (const [line, verb] of [
    ["", undefined],
    ["--help", undefined],
    ["help", undefined],
    ["help up", "up"],
    ["up --help", "up"],
    ["-h up --no-such-flag", "up"],
  ] as const) {
    it(`"${line}" asks for help`, () => {
      const understood = read(line);
      assert.equal(understood.kind, "help");
      assert.equal((understood as { verb?: string }).verb, verb);
    });
  }
});

describe("the help", () => {
  it("names every verb", () => {
    for (const verb of Object.keys(verbs)) assert.match(help(), new RegExp(`^ {2}${verb} `, "m"));
  });

  for (const verb of Object.keys(verbs) as (keyof typeof verbs)[]) {
    it(`of ${verb} names its flags and no other`, () => {
      const shown = [...help(verb).matchAll(/^ {2}(?:-\w, | {4})--([\w-]+)/gm)].map((match) => match[1]!);
      assert.deepEqual(shown.sort(), [...verbs[verb].flags, "help"].sort());
    });
  }

  it("has no flag that no verb takes", () => {
    const taken: string[] = [...Object.values(verbs).flatMap((verb) => [...verb.flags]), "help"];
    assert.deepEqual(
      flags.filter(({ name }) => !taken.includes(name)),
      [],
    );
  });
});
