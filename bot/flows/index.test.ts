import { globSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contentOf, dialogues } from '../conversation/testing/acts.ts';
import { momentOfTurn, newcomer, type Stage, tell } from '../conversation/testing/stage.ts';
import { keys } from '../i18n/testing.ts';
import { tongueOf } from '../i18n/tongue.ts';
import { menuCommands } from '../menu-commands.ts';
import { flows } from './index.ts';

const files = globSync('*/**/*.ts', {
  cwd: import.meta.dirname,
  exclude: (path) => /\.test\.ts$|dialogues/.test(path),
});
const modules = await Promise.all(
  files.map((file): Promise<{ [name: string]: unknown }> => import(join(import.meta.dirname, file))),
);

const isForm = (value: unknown): value is { id: string } =>
  typeof value === 'object' && value !== null && 'questions' in value && 'finish' in value;

const exported = modules.flatMap((module) => Object.values(module).filter(isForm));

describe('the registry', () => {
  test('holds every conversation that a file exports, each once', () => {
    expect(exported.length).toBeGreaterThan(10);
    expect(new Set(flows.entries.map(({ form }) => form))).toEqual(new Set(exported));
    expect(flows.forms.size).toBe(flows.entries.length);
  });

  test('opens each command and each word in one way', () => {
    const commands = flows.entries.flatMap(({ command }) => command ?? []);
    const words = flows.entries.flatMap(({ word }) => word ?? []);
    expect(new Set(commands).size).toBe(commands.length);
    expect(new Set(words).size).toBe(words.length);
    const sayings = flows.entries.flatMap(({ says }) => says ?? []);
    expect(flows.sayings.size).toBe(sayings.length);
    expect(sayings.filter((said) => !/^[a-z]{1,12}$/.test(said))).toEqual([]);
    expect(commands.filter((command) => !/^[a-z_]{1,32}$/.test(command))).toEqual([]);
  });

  test.each([
    'start',
    'menu',
    'lapor',
    'cek',
    'bahasa',
    'bantuan',
    'berhenti',
    'datasaya',
    'nilai',
    'layanan',
    'tanya',
  ])('knows /%s, which people were promised', (command) => {
    expect(flows.commands.has(command)).toBe(true);
  });

  test.each(['menu', 'bantuan', 'status', 'bahasa', 'berhenti', '0', 'petugas', 'nilai', 'layanan', 'tanya'])(
    'knows the word "%s"',
    (typed) => {
      const word = tongueOf('id').word(typed);
      expect(word && flows.words.has(word)).toBe(true);
    },
  );

  test('describes each command of the menu', () => {
    const listed = menuCommands(flows);
    expect(listed.map(({ command }) => command)).toEqual([
      'lapor',
      'cek',
      'nilai',
      'layanan',
      'tanya',
      'bahasa',
      'bantuan',
      'berhenti',
      'datasaya',
    ]);
    expect(listed.filter(({ description }) => !keys.includes(description))).toEqual([]);
  });
});

describe('each conversation', () => {
  const moment = momentOfTurn(newcomer());
  test.each(flows.entries.map(({ form }) => [form.id, form] as const))(
    '%s names its questions so that a button can carry them',
    (id, form) => {
      expect(id).toMatch(/^[a-z][a-z-]{0,17}$/);
      const names = Object.keys(form.questions({ answers: {}, facts: {}, moment }));
      expect(names.filter((name) => !/^[a-z][a-z-]{0,15}$/.test(name))).toEqual([]);
    },
  );

  test.each(flows.entries.map(({ form }) => [form.id, form] as const))(
    '%s takes any argument of a link or button',
    (_, form) => {
      fc.assert(
        fc.property(
          fc.oneof(fc.string(), fc.constantFrom('SLT-7K4PQ2', 'l_SLT-7K4PQ2', 'u_1')),
          (argument) => {
            expect(JSON.parse(JSON.stringify(form.starts?.(argument) ?? {}))).toBeTypeOf('object');
          },
        ),
      );
    },
  );
});

test('every door that is offered leads somewhere', async () => {
  const doors = ({ say }: Stage) =>
    say
      .flatMap(({ choices }) => choices ?? [])
      .flatMap(({ id }) => (id.startsWith('go:') ? (id.split(':')[1] ?? '') : []));
  await fc.assert(
    fc.asyncProperty(dialogues(8), async (all) => {
      let stage = newcomer();
      for (const act of all) {
        stage = await tell(stage, contentOf(stage, act));
        for (const door of doors(stage)) expect(['resume', 'fresh', ...flows.forms.keys()]).toContain(door);
      }
    }),
    { numRuns: 80 },
  );
});
