import fc from 'fast-check';
import { expect, test } from 'vitest';
import { flows } from '../flows/index.ts';
import { isDraft } from './control.ts';
import type { Content } from './inbound.ts';
import { type Act, contentOf, dialogues } from './testing/acts.ts';
import { heardOn, momentOfTurn, newcomer, type Stage, tell } from './testing/stage.ts';

const text = (typed: string): Content => ({ kind: 'text', text: typed });

/** What somebody does who only wants to be done: the first sensible answer to whatever stands open. */
const readyAnswer = ({ say, session }: Stage): Content => {
  const ids = (say.at(-1)?.choices ?? []).map(({ id }) => id);
  const onward = ids.find((id) => /:(send|skip|no|go-on|anyway|new|none)$/.test(id));
  const first = ids.find((id) => !/:(back|cancel|change|~\d+)$|^go:/.test(id));
  const pressed = onward ?? (session.talk?.asked === 'detail' ? undefined : first);
  if (pressed) return { kind: 'choice', id: pressed };
  return text(session.talk?.asked === 'phone' ? '0812 3456 7890' : 'lampu jalan mati di depan pasar');
};

/** The report needs eleven questions at most, and one press to send. */
const stepsMost = 12;

const reportWalk = dialogues(14);

const walked = async (all: readonly Act[]): Promise<Stage> => {
  let stage = await tell(newcomer(), text('/lapor'));
  for (const act of all) stage = await tell(stage, contentOf(stage, act));
  return stage;
};

test('however somebody wandered, a report is done within twelve sensible answers', async () => {
  await fc.assert(
    fc.asyncProperty(reportWalk, async (all) => {
      let stage = await walked(all);
      if (stage.session.talk?.form !== 'report')
        stage = await tell(stage, { kind: 'choice', id: 'go:fresh:report' });
      const path: (string | undefined)[] = [];
      const tag = stage.session.talk?.tag;
      while (stage.session.talk?.tag === tag && path.length <= stepsMost) {
        path.push(stage.session.talk?.asked);
        stage = await tell(stage, readyAnswer(stage));
      }
      expect(tag).toBeDefined();
      expect(path.length, path.join(' ')).toBeLessThanOrEqual(stepsMost);
    }),
    { numRuns: 150 },
  );
});

test('nothing but Kirim or joining another report files anything', async () => {
  await fc.assert(
    fc.asyncProperty(reportWalk, async (all) => {
      let stage = await tell(newcomer(), text('/lapor'));
      for (const act of all) {
        const before = stage.session.talk;
        const content = contentOf(stage, act);
        stage = await tell(stage, content);
        const filed = stage.effects.find((effect) => effect.do === 'report.file');
        if (filed) expect([before?.form, before?.asked]).toEqual(['report', '$review']);
      }
    }),
    { numRuns: 150 },
  );
});

test('"kembali" takes back the last answer and nothing else', async () => {
  await fc.assert(
    fc.asyncProperty(reportWalk, async (all) => {
      let stage = await tell(newcomer(), text('/lapor'));
      for (const act of all) {
        const before = stage.session.talk;
        stage = await tell(stage, contentOf(stage, act));
        const { talk } = stage.session;
        if (!before || talk?.tag !== before.tag || talk.asked === '$change') continue;
        const added = Object.keys(talk.answers).filter((name) => !(name in before.answers));
        const kept = Object.entries(before.answers).every(([name, answer]) => talk.answers[name] === answer);
        if (added.length !== 1 || !kept) continue;
        const undone = await heardOn(stage, text('kembali'));
        expect(Object.entries(undone.talk?.answers ?? {})).toEqual(Object.entries(before.answers));
        expect(undone.effects).toEqual([]);
      }
    }),
    { numRuns: 150 },
  );
});

test('a draft that is worth keeping is found again after any command', async () => {
  await fc.assert(
    fc.asyncProperty(
      reportWalk,
      fc.constantFrom('/menu', '/cek', '/bantuan', '/bahasa', 'petugas'),
      async (all, command) => {
        const stage = await walked(all);
        const { talk } = stage.session;
        const form = talk?.form === 'report' ? flows.forms.get('report') : undefined;
        if (!talk || !form || !isDraft(form, talk, momentOfTurn(stage))) return;
        const { session } = await tell(stage, text(command));
        const held = [session.talk, ...session.parked].find((one) => one?.tag === talk.tag);
        expect(held?.answers).toEqual(talk.answers);
      },
    ),
    { numRuns: 80 },
  );
});
