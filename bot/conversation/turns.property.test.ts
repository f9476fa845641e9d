import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { can } from '../channels/telegram/can.ts';
import { spoken } from '../i18n/testing.ts';
import { translate } from '../i18n/translate.ts';
import { fit as asShown } from './fit.ts';
import type { Reply } from './reply.ts';
import { type Act, contentOf, dialogues } from './testing/acts.ts';
import { capabilitySets } from './testing/capability-sets.ts';
import { newcomer, type Stage, tell } from './testing/stage.ts';

const dialogue = dialogues(12);
const language = fc.constantFrom(...spoken);

const eachTurn = async (
  locale: string,
  all: readonly Act[],
  seen: (stage: Stage) => void,
  keep = (stage: Stage) => stage,
) => {
  let stage = newcomer(locale);
  for (const act of all) {
    stage = keep(await tell(stage, contentOf(stage, act)));
    seen(stage);
  }
};

const asStored = (stage: Stage): Stage => ({
  ...stage,
  session: { ...stage.session, ...papersOf(JSON.parse(JSON.stringify(papersOf(stage.session)))) },
});
const papersOf = ({ talk, parked, menu }: Stage['session']) => ({ talk, parked, menu });

const lettersOf = (text: string) => text.replace(/\s+/g, '');

describe('whatever a person does, in any language,', () => {
  test('they get an answer, and what is kept for them survives storage unchanged', async () => {
    await fc.assert(
      fc.asyncProperty(language, dialogue, async (locale, all) => {
        await eachTurn(locale, all, ({ say, session }) => {
          expect(say.length).toBeGreaterThan(0);
          expect(JSON.parse(JSON.stringify(papersOf(session)))).toStrictEqual(papersOf(session));
          expect(session.parked.length).toBeLessThanOrEqual(3);
        });
      }),
      { numRuns: 150 },
    );
  });

  test('a conversation kept in memory and one saved and reloaded after every message are the same', async () => {
    await fc.assert(
      fc.asyncProperty(language, dialogue, async (locale, all) => {
        const kept: string[] = [];
        const stored: string[] = [];
        await eachTurn(locale, all, (stage) => kept.push(JSON.stringify(stage)));
        await eachTurn(locale, all, (stage) => stored.push(JSON.stringify(stage)), asStored);
        expect(stored).toEqual(kept);
      }),
      { numRuns: 80 },
    );
  });

  test('every button fits the wire and names something', async () => {
    await fc.assert(
      fc.asyncProperty(language, dialogue, async (locale, all) => {
        await eachTurn(locale, all, ({ say }) => {
          const choices = say.flatMap((reply) => reply.choices ?? []);
          for (const { id, label } of choices) {
            expect(Buffer.byteLength(id), id).toBeLessThanOrEqual(can.buttons?.idBytes ?? 0);
            expect(translate(locale, label).trim()).not.toBe('');
          }
          expect(new Set(say.at(-1)?.choices?.map(({ id }) => id)).size).toBe(
            say.at(-1)?.choices?.length ?? 0,
          );
        });
      }),
      { numRuns: 80 },
    );
  });

  test('every channel shows the whole of every answer, in pieces that it takes', async () => {
    const whole = (locale: string, { note, text }: Reply) =>
      lettersOf((note ? translate(locale, note) : '') + translate(locale, text));
    await fc.assert(
      fc.asyncProperty(language, dialogue, async (locale, all) => {
        await eachTurn(locale, all, ({ say }) => {
          for (const reply of say)
            for (const [name, can] of Object.entries(capabilitySets)) {
              const { note, texts, rows } = asShown(reply, can, (text) => translate(locale, text));
              for (const text of texts) expect(text.length, name).toBeLessThanOrEqual(can.textMax);
              expect([note ?? '', ...texts].join('').isWellFormed(), name).toBe(true);
              expect(
                texts.every((text) => text.trim() !== ''),
                name,
              ).toBe(true);
              expect(lettersOf((note ?? '') + texts.join('')), name).toContain(whole(locale, reply));
              if (can.buttons) expect(rows.flat().length).toBeLessThanOrEqual(can.buttons.max + 3);
            }
        });
      }),
      { numRuns: 40 },
    );
  });
});
