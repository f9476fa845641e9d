import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { flows } from '../flows/index.ts';
import { spoken } from '../i18n/testing.ts';
import { translate } from '../i18n/translate.ts';
import type { Reads } from '../reads.ts';
import { fit as asShown } from './fit.ts';
import type { Content } from './inbound.ts';
import type { Reply } from './reply.ts';
import { contentOf, eachWayIn, onwards, type Walk, walks } from './testing/form-walks.ts';
import { type Rendering, renderings } from './testing/renderings.ts';
import { after, heardOn, newcomer, type Stage } from './testing/stage.ts';
import { readsOf } from './testing/worlds.ts';

const label = (reply: Reply, at: number, locale: string): string =>
  translate(locale, reply.choices?.[at]?.label ?? { literal: '' });

/** A choice is there by its button or row, by its key, or by its number and label on a line. */
const isOn = (
  { text, taps }: Awaited<ReturnType<Rendering['show']>>,
  id: string,
  number: number,
  words: string,
) =>
  taps.includes(id) ||
  taps.includes(words) ||
  text.split('\n').some((line) => squeezed(line) === squeezed(`${number}. ${words}`));

/** What is compared of a line: no marks of ours or of WhatsApp, no signs that look like them, no spaces. */
const squeezed = (line: string): string =>
  line.replace(/[\s*_~`>\u2217\u02cd\u223c\u02cb\u203a\uE000-\uE003]/g, '');

const checked = new Set<string>();

/** Every page of an answer in every language on every channel; throws where it does not go or a choice is on none. */
const check = async (reply: Reply): Promise<void> => {
  const name = JSON.stringify(reply);
  if (checked.has(name)) return;
  checked.add(name);
  const { choices = [] } = reply;
  for (const locale of spoken)
    for (const [channel, { can, show }] of Object.entries(renderings)) {
      const missing = new Set(choices.keys());
      let page = 0;
      do {
        const shown = asShown({ ...reply, page }, can, (text) => translate(locale, text));
        const screen = await show(shown).catch((error: unknown) => {
          throw new Error(`${channel}, ${locale}: ${String(error)}\n${name}`);
        });
        for (const at of missing)
          if (isOn(screen, choices[at]?.id ?? '', at + 1, label(reply, at, locale))) missing.delete(at);
        page += 1;
      } while (missing.size > 0 && page < choices.length);
      const lost = [...missing].map((at) => label(reply, at, locale));
      if (lost.length > 0) throw new Error(`${channel}, ${locale}: on no page: ${lost.join(', ')}\n${name}`);
    }
};

/** What a choice comes to, by each way to give it. */
const comesTo = async (stage: Stage, content: Content, reads: Reads): Promise<string> => {
  const { talk, parked, say, effects } = await heardOn(stage, content, reads);
  return JSON.stringify({ talk, parked, say, effects });
};

/** Where the answer of a secret form stands, only its buttons choose: what is typed there is kept from being a choice. */
const isButtonsOnly = ({ session: { talk } }: Stage): boolean =>
  talk !== null && flows.forms.get(talk.form)?.secret === true;

const sameByAllWays = async (stage: Stage, nth: number, reads: Reads): Promise<void> => {
  if (isButtonsOnly(stage)) return;
  const reply = stage.say.at(-1);
  const { choices = [] } = reply ?? {};
  const at = nth % Math.max(1, choices.length);
  const choice = choices[at];
  if (!reply || !choice) return;
  const words = label(reply, at, stage.locale);
  const tapped = await comesTo(stage, { kind: 'choice', id: choice.id }, reads);
  const typedIn = (text: string) => comesTo(stage, { kind: 'text', text }, reads);
  expect(await typedIn(String(at + 1)), `number ${at + 1} of ${JSON.stringify(reply)}`).toBe(tapped);
  const alone = choices.every((_, other) => other === at || label(reply, other, stage.locale) !== words);
  if (alone) expect(await typedIn(words), `label "${words}" of ${JSON.stringify(reply)}`).toBe(tapped);
};

/** Which forms said something of their own, and which came to an end or went over into another. */
const said = new Map<string, number>();
const ended = new Set<string>();

/** After wandering, so many sensible answers bring most conversations to an end. */
const endings = 10;

const walk = async (id: string, { world, locale, argument, acts }: Walk) => {
  const reads = readsOf(world);
  let stage = newcomer(locale);
  const go = async (content: Content, opens?: string) => {
    const before = stage.session.talk?.form ?? opens;
    stage = after(stage, await heardOn(stage, content, reads));
    const of = stage.session.talk?.form ?? before;
    if (of) said.set(of, (said.get(of) ?? 0) + stage.say.length);
    if (before && stage.session.talk?.form !== before && stage.say.length > 0) ended.add(before);
    for (const reply of stage.say) await check(reply);
  };
  await go({ kind: 'choice', id: `go:${id}${argument ? `:${argument}` : ''}` }, id);
  for (const act of acts) {
    await go(contentOf(stage, act));
    if ('pick' in act) await sameByAllWays(stage, act.pick, reads);
  }
  for (let nth = 0; nth < endings && stage.session.talk; nth++) await go(onwards(stage, nth));
};

/** Twelve walks may by chance all stay in a form that twenty would have ended: it is given up after two hundred. */
const untilEnded = async (id: string): Promise<void> => {
  for (const one of fc.sample(walks(id), 200)) {
    if (ended.has(id)) return;
    await walk(id, one);
  }
};

describe('whatever is said in', () => {
  test.each([...flows.forms.keys()])(
    '%s goes by every channel in every language, and each choice is on one of its pages, by tap, number or label',
    async (id) => {
      const examples = eachWayIn(id);
      await fc.assert(
        fc.asyncProperty(walks(id), (one) => walk(id, one)),
        { examples, numRuns: examples.length + 12, endOnFailure: true },
      );
      await untilEnded(id);
      expect(said.get(id) ?? 0, `${id} said nothing in ${[...said.keys()].join(' ')}`).toBeGreaterThan(0);
    },
  );
});

test('every form there is was heard, and came to an end somewhere', () => {
  const all = [...flows.forms.keys()];
  expect(all.filter((id) => !said.get(id))).toEqual([]);
  expect(all.filter((id) => !ended.has(id))).toEqual([]);
  console.log(
    `${checked.size} answers of ${said.size} forms on ${Object.keys(renderings).length} channels in ${spoken.length} languages`,
  );
});
