import assert from "node:assert/strict";
import { join } from "node:path";
import { environment, type Fact, programs } from "./fact";

export const starting: readonly Fact[] = [
  {
    section: "1.4",
    observed: "the program is started by cmd/run with these flags, in this order, in its own folder",
    holds: ({ preview }) => {
      const [runner, ...flags] = preview.printed.argv as string[];
      assert.match(runner!, /@pulumi\/pulumi\/cmd\/run\/index\.js$/);
      assert.deepEqual(
        flags.filter((flag) => flag.startsWith("--")).map((flag) => flag.slice(2)),
        [
          "monitor",
          "engine",
          "sync",
          "organization",
          "project",
          "root-directory",
          "stack",
          "pwd",
          "dry-run",
          "parallel",
        ],
      );
      assert.equal(flags.at(-1), ".");
      assert.equal(preview.printed.cwd, join(programs, "everything"));
    },
  },
  {
    section: "1.4",
    observed: "an up has no --dry-run",
    holds: ({ up }) => assert.ok(!(up.printed.argv as string[]).includes("--dry-run")),
  },
  {
    section: "1.4",
    observed: "user code finds no arguments",
    holds: ({ preview }) => assert.equal((preview.printed["argv in the program"] as string[]).length, 1),
  },
  {
    section: "1.3",
    observed: "main: of a file runs that file, with its extension, in its folder, TypeScript and all",
    holds: ({ typed }) => {
      assert.equal(typed.status, "ok", typed.lines.join("\n"));
      assert.deepEqual(typed.outputs, { where: join(programs, "typed/app"), configuration: "tsconfig.app.json" });
    },
  },
  {
    section: "1.6",
    observed: "typescript: false sets no PULUMI_NODEJS_TYPESCRIPT",
    holds: (runs) => assert.equal(environment(runs, "environment").PULUMI_NODEJS_TYPESCRIPT, undefined),
  },
  {
    section: "1.7",
    observed: "configuration has long keys and texts, secret keys are short, defaults of Pulumi.yaml are in",
    holds: (runs) => {
      const { PULUMI_CONFIG, PULUMI_CONFIG_SECRET_KEYS } = environment(runs, "environment");
      const config = JSON.parse(PULUMI_CONFIG!);
      assert.deepEqual(
        [config["everything:config:enabled"], config["everything:config:limits"], config["everything:config:greeting"]],
        ["true", '{"rate":5}', "hello"],
      );
      assert.equal(PULUMI_CONFIG_SECRET_KEYS, '["everything:dbPassword"]');
    },
  },
];
