import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type LearnPress, readPress } from './learn-press.ts';
import { after, type InHands, learnTurn } from './learn-turn.ts';
import { nothingLearnt } from './learnt.ts';
import type { LearnLook, LearnScreen } from './module-reads.ts';
import { readModule } from './read-module.ts';
import { goodModule } from './testing.ts';

const read = readModule(goodModule, new Map([['loket.png', 1]]));
if ('faults' in read) throw new Error('the good module is none');
const { module } = read;

const hands: InHands = {
  module,
  pictures: new Map([['loket.png', 'one']]),
  employee: 1,
  learnt: nothingLearnt,
  certificate: null,
};

const open: LearnPress = { module: module.code, does: 'open' };

/** Everything that can be pressed on a screen. */
const pressesOf = (screen: LearnScreen | null): string[] => {
  if (!screen) return [];
  return screen.is === 'card' ? [screen.next] : screen.choices.map(({ press }) => press);
};

/** Takes one press, and shows the screen that comes next. */
const taken = (now: InHands, press: LearnPress): { now: InHands; look: LearnLook } => {
  const look = learnTurn(now, press);
  const learnt = look.deed ? after(now.learnt, look.deed) : now.learnt;
  return { now: { ...now, learnt }, look };
};

describe('a module in taps', () => {
  test('begins with its first card, whose picture is shown, and ends with a result', () => {
    const look = learnTurn(hands, open);
    expect(look).toMatchObject({
      old: false,
      deed: null,
      screen: { is: 'card', nth: 1, of: 1, picture: { id: 'one' } },
    });
    const asked = taken(hands, readPress(pressesOf(look.screen)[0] ?? ''));
    expect(asked.look).toMatchObject({ deed: { is: 'step' }, screen: { is: 'question', nth: 1, of: 1 } });
  });

  test('comes to its end by whatever is pressed, and a press of what is over changes nothing', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(3), { minLength: 30, maxLength: 30 }), fc.nat(1_000), (picks, employee) => {
        let now: InHands = { ...hands, employee };
        let look = learnTurn(now, open);
        const pressed: string[] = [];
        for (const pick of picks) {
          if (look.result) break;
          const presses = pressesOf(look.screen);
          const press = presses[pick % Math.max(1, presses.length)];
          if (press) pressed.push(press);
          ({ now, look } = taken(now, press ? readPress(press) : open));
        }
        expect(look.result).not.toBeNull();
        for (const press of pressed)
          expect(learnTurn(now, readPress(press))).toMatchObject({
            old: true,
            deed: null,
            result: look.result,
          });
      }),
    );
  });

  test('shows the choices of a question in another order to another attempt or person, for the same places', () => {
    const at = (employee: number, attempt: number) => {
      const screen = learnTurn(
        { ...hands, employee, learnt: { done: ['sapaan-pertama'], answers: {}, attempt } },
        open,
      ).screen;
      return screen?.is === 'question' ? screen.choices : [];
    };
    const orders = new Set(
      Array.from({ length: 20 }, (_, n) =>
        at(n, n)
          .map(({ label }) => label)
          .join('|'),
      ),
    );
    expect(orders.size).toBe(2);
    for (const { label, press } of at(7, 3))
      expect(readPress(press)).toMatchObject({ at: [label === 'Selamat pagi' ? 1 : 0] });
  });

  test('asks again where the module no longer has the choice that was taken', () => {
    const learnt = { done: module.steps.map(({ id }) => id), answers: { 'apa-kata-pertama': 3 }, attempt: 1 };
    expect(learnTurn({ ...hands, learnt }, open)).toMatchObject({ result: null, screen: { is: 'question' } });
  });

  test('is begun again from the start or with the questions, once', () => {
    const learnt = { done: ['sapaan-pertama', 'mbah-sarmi'], answers: { 'apa-kata-pertama': 0 }, attempt: 2 };
    const done = { ...hands, learnt };
    const again = (from: 'questions' | 'start', attempt = 2) =>
      learnTurn(done, { module: module.code, does: 'again', from, attempt });
    expect(learnTurn(done, open).result).toMatchObject({ passed: false, right: 0, needed: 1, wrong: 1 });
    expect(again('questions').screen).toMatchObject({ is: 'question' });
    expect(again('start').screen).toMatchObject({ is: 'card' });
    expect(again('start', 1)).toMatchObject({ old: true, deed: null });
  });
});

describe('what a button carries', () => {
  test('fits 64 bytes with the longest code, and anything else only opens a module', () => {
    const code = 'a'.repeat(40);
    const screens = module.steps.map(
      (_, n) =>
        learnTurn(
          {
            ...hands,
            module: { ...module, code },
            learnt: { ...nothingLearnt, done: module.steps.slice(0, n).map(({ id }) => id), attempt: 99_999 },
          },
          { ...open, module: code },
        ).screen,
    );
    for (const press of screens.flatMap(pressesOf))
      expect(`go:learn:${press}`.length).toBeLessThanOrEqual(64);
    fc.assert(
      fc.property(fc.string(), (words) => {
        expect(['open', 'go', 'again']).toContain(readPress(words).does);
      }),
    );
    for (const odd of ['antre x', 'antre abcdefg 1.2.3', 'antre abcdefg x', 'antre q'])
      expect(readPress(odd)).toEqual({ module: 'antre', does: 'open' });
  });
});
