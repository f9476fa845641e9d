import fc from 'fast-check';
import { expect, test } from 'vitest';
import { spoken } from '../i18n/testing.ts';
import { tongueOf } from '../i18n/tongue.ts';
import { translate } from '../i18n/translate.ts';
import type { Capabilities } from './capabilities.ts';
import { fit as asShown } from './fit.ts';
import type { Content } from './inbound.ts';
import type { Reply } from './reply.ts';
import { contentOf, dialogues } from './testing/acts.ts';
import { capabilitySets } from './testing/capability-sets.ts';
import { heardOn, newcomer, type Stage, tell } from './testing/stage.ts';

const text = (typed: string): Content => ({ kind: 'text', text: typed });

const resultOf = async (stage: Stage, content: Content) => {
  const { talk, parked, say, effects } = await heardOn(stage, content);
  return JSON.stringify({ talk, parked, say, effects });
};

/** The buttons and the numbers of one page, as this channel shows them. */
const shownOn = (reply: Reply, can: Capabilities, locale: string) => {
  const { rows, list, texts, request } = asShown(reply, can, (said) => translate(locale, said));
  const lines = texts.join('\n').split('\n').slice(translate(locale, reply.text).split('\n').length);
  return {
    taps: [...rows.flat().flatMap((button) => ('id' in button ? [button] : [])), ...(list?.rows ?? [])],
    numbers: lines.flatMap((line) => {
      const [, number, label] = /^(\d+)\. (.+)$/.exec(line) ?? [];
      return number && label ? [{ number, label }] : [];
    }),
    typed: request?.choices ?? [],
  };
};

const pagesOf = (reply: Reply, can: Capabilities): number =>
  Math.ceil(
    (reply.choices?.length ?? 0) / Math.max(1, (can.list?.rows ?? can.buttons?.max ?? can.numbered) - 1),
  );

/** The choices of the answer before a person, whose labels differ, and what tapping each comes to. */
const tapped = async (stage: Stage) => {
  const choices = stage.say.at(-1)?.choices ?? [];
  const labels = choices.map(({ label }) => tongueOf(stage.locale).text(label));
  return Promise.all(
    choices.map(async ({ id }, i) => ({
      id,
      number: String(i + 1),
      label: labels[i] ?? '',
      alone: labels.filter((other) => other === labels[i]).length === 1,
      result: await resultOf(stage, { kind: 'choice', id }),
    })),
  );
};

const walked = fc.record({
  locale: fc.constantFrom(...spoken),
  all: dialogues(8),
});

const reached = async ({ locale, all }: { locale: string; all: Parameters<typeof contentOf>[1][] }) => {
  let stage = newcomer(locale);
  for (const act of all) stage = await tell(stage, contentOf(stage, act));
  return stage;
};

test('each choice may be tapped, given by its number or by its label, and comes to the same', async () => {
  await fc.assert(
    fc.asyncProperty(walked, async (walk) => {
      const stage = await reached(walk);
      for (const { number, label, alone, result } of await tapped(stage)) {
        expect(await resultOf(stage, text(number)), `number ${number} (${label})`).toBe(result);
        if (alone) expect(await resultOf(stage, text(label)), `label ${label}`).toBe(result);
      }
    }),
    { numRuns: 150 },
  );
});

test('every channel shows each choice on one of its pages, with the number or button that gives it', async () => {
  await fc.assert(
    fc.asyncProperty(walked, async (walk) => {
      const stage = await reached(walk);
      const reply = stage.say.at(-1);
      const choices = await tapped(stage);
      if (!reply || choices.length === 0) return;
      for (const [name, can] of Object.entries(capabilitySets)) {
        const pages = Array.from({ length: pagesOf(reply, can) }, (_, page) =>
          shownOn({ ...reply, page }, can, stage.locale),
        );
        for (const { id, number, label } of choices) {
          const there = pages.some(
            ({ taps, numbers, typed }) =>
              taps.some((tap) => tap.id === id) ||
              numbers.some((one) => one.number === number && one.label === label) ||
              typed.includes(label),
          );
          if (name !== 'short messages') expect(there, `${name}: ${label}`).toBe(true);
        }
      }
    }),
    { numRuns: 60 },
  );
});

test('on a channel without buttons the next page is a word away, and so is the one before', async () => {
  const opened = await tell(newcomer(), text('/lapor'));
  const asked = await tell(opened, text('lampu jalan mati di depan SMP 2'));
  const pageOf = ({ say }: Stage) => say[0]?.page ?? 0;
  const next = await tell(asked, text('berikutnya'));
  expect(pageOf(next)).toBe(1);
  expect(next.say[0]?.note).toBeUndefined();
  expect(pageOf(await tell(next, text('Sebelumnya')))).toBe(0);
});
