import { describe, expect, test } from 'vitest';
import { tongueOf } from '../i18n/tongue.ts';
import { form } from './form.ts';
import type { Content } from './inbound.ts';
import { optional } from './questions/optional.ts';
import { photos } from './questions/photos.ts';
import { pick, yesNo } from './questions/pick.ts';
import { words } from './questions/words.ts';
import { literal } from './reply.ts';
import { openTalk, type Turn, takeTurn } from './take-turn.ts';
import { beginTalk, type Talk } from './talk.ts';
import { townReads } from './testing/reads.ts';
import { momentOfTurn, newcomer } from './testing/stage.ts';

type Answers = { what: string; urgent: boolean; picture: string[] | null; secret: string };

const question = (text: string) => ({ text: literal(text) });
const title = (text: string) => ({ title: literal(text) });

/** A small conversation with everything that a form may have. */
const note = form<Answers>({
  id: 'note',
  questions: ({ answers }) => ({
    what: words(question('Apa?'), { min: 3, ...title('Apa') }),
    ...(answers.what?.includes('api') && { urgent: yesNo(question('Mendesak?'), literal('Mendesak')) }),
    picture: optional(photos(question('Foto?'), { max: 2, ...title('Foto') })),
    secret: {
      ...pick({ ...question('Rahasia?'), choices: [{ id: 'ya', label: literal('Ya') }] }, title('Rahasia')),
      volunteer: true,
    },
  }),
  check: ({ answers }) => (answers.what?.includes('kasar') ? { what: literal('Yang sopan.') } : {}),
  ends: ({ answers }) => (answers.urgent ? { say: [question('Telepon 112.')] } : undefined),
  review: ({ answers }) => question(`Catat: ${answers.what}${answers.secret ? ', rahasia' : ''}.`),
  finish: ({ answers }) => ({
    say: [question(`Tercatat: ${answers.what}.`)],
    effects: [{ do: 'contact.resume' }],
  }),
});

/** So many seconds lie between two messages. */
const at = (turn: number, gap = 10) => {
  const moment = momentOfTurn({ ...newcomer(), turn });
  return { ...moment, now: new Date(moment.now.getTime() + turn * (gap - 30) * 1000) };
};
const read = ({ say: said, talk }: Turn) =>
  [
    ...said.map(({ note: over, text }) =>
      [over, text]
        .flatMap((part) =>
          part && 'literal' in part ? [part.literal] : part && 'key' in part ? [part.key] : [],
        )
        .join(' | '),
    ),
    talk ? '' : 'end',
  ]
    .filter(Boolean)
    .join(' / ');

const heard = (content: string | Content): Parameters<typeof takeTurn>[2] => {
  if (typeof content !== 'string') return { content: content as Exclude<Content, { kind: 'choice' }> };
  const [, question = '', choice = ''] = /^\[(\S+) (\S+)\]$/.exec(content) ?? [];
  return question ? { press: { question, choice } } : { content: { kind: 'text', text: content } };
};

/** Plays what a person says against a form and gives what they read, with the talk saved and reloaded between. */
const play = async (
  said: readonly (string | Content)[],
  begun: Talk = beginTalk('note', 'x7f2'),
  gap = 10,
) => {
  let turn = await openTalk(note, begun, at(0), townReads);
  const seen = [read(turn)];
  for (const [i, one] of said.entries()) {
    if (!turn.talk) break;
    turn = await takeTurn(
      note,
      JSON.parse(JSON.stringify(turn.talk)),
      heard(one),
      at(i + 1, gap),
      tongueOf('id'),
      townReads,
    );
    seen.push(read(turn));
  }
  return { seen, turn };
};

const photo: Content = { kind: 'photo', media: 'one' };

describe('a conversation', () => {
  test.each<[string, (string | Content)[], string]>([
    ['asks its first open question', [], 'Apa?'],
    ['asks the next one after an answer', ['lubang'], 'Foto?'],
    ['asks again with a reason what it could not take', ['x'], 'words.short | Apa?'],
    ['asks what an answer makes needed', ['ada api'], 'Mendesak?'],
    ['ends early where it must', ['ada api', 'ya'], 'Telepon 112. / end'],
    ['goes on where it need not', ['ada api', 'tidak'], 'Foto?'],
    ['takes an answer back that facts refuse, and says why', ['kata kasar'], 'Yang sopan. | Apa?'],
    ['shows everything before it is sent', ['lubang', 'lewati'], 'Catat: lubang.'],
    ['sends on the press', ['lubang', 'lewati', '[$review send]'], 'Tercatat: lubang. / end'],
    ['sends on the word', ['lubang', 'lewati', 'kirim'], 'Tercatat: lubang. / end'],
    ['sends nothing on a press that came too early', ['[$review send]'], 'old-button | Apa?'],
    ['takes a photo before it is asked for', [photo, 'lubang'], 'Catat: lubang.'],
    [
      'takes words with a photo as the first answer',
      [{ ...photo, caption: 'lubang' } as Content],
      'photo.got | Catat: lubang.',
    ],
    ['joins words that come soon after', ['lubang', 'yang besar', 'lewati'], 'Catat: lubang yang besar.'],
    ['never asks what is only volunteered', ['lubang', 'lewati', '[$review change]'], 'change.ask'],
    ['asks it when the person picks it', ['lubang', 'lewati', '[$review change]', 'rahasia'], 'Rahasia?'],
    ['and shows everything again', ['lubang', 'lewati', 'ubah', 'rahasia', 'ya'], 'Catat: lubang, rahasia.'],
    [
      'changes one answer and returns to the summary',
      ['lubang', 'lewati', 'ubah', 'apa', 'pohon'],
      'Catat: pohon.',
    ],
    [
      'returns to the summary from the list of changes',
      ['lubang', 'lewati', 'ubah', 'kembali'],
      'Catat: lubang.',
    ],
    ['asks before it cancels', ['lubang', 'batal'], 'cancel.ask'],
    ['cancels on a yes', ['lubang', 'batal', '[$cancel yes]'], 'cancel.done / end'],
    ['goes on after a no', ['lubang', 'batal', '[$cancel no]'], 'Foto?'],
    ['cancels at once where nothing was said', ['batal'], 'cancel.done / end'],
    ['has nothing to take back at the beginning', ['kembali'], 'Apa?'],
    ['says the question again on demand', ['lubang', 'ulang'], 'Foto?'],
    ['takes the last answer back', ['lubang', 'kembali'], 'Apa?'],
    ['tells that a button is old', ['lubang', 'lewati', '[picture skip]'], 'old-button | Catat: lubang.'],
    [
      'explains what it cannot take',
      ['lubang', { kind: 'unsupported', what: 'voice' }],
      'unsupported.voice | Foto?',
    ],
  ])('%s', async (_, said, wanted) => {
    const { seen } = await play(said);
    expect(seen).toHaveLength(said.length + 1);
    expect(seen.at(-1)).toBe(wanted);
  });

  test('offers the way out after two misunderstandings in a row', async () => {
    const once = (await play(['x'])).turn.say[0]?.choices;
    const twice = (await play(['x', 'y'])).turn;
    expect(once).toBeUndefined();
    expect(twice.say[0]?.choices?.map(({ id }) => id)).toEqual(['go:menu', 'go:person']);
    expect((await play(['x', 'y', 'lubang'])).turn.talk?.misses).toBeUndefined();
  });

  test('joins a second text to the first within twenty seconds and no later', async () => {
    const said = async (gap: number) => (await play(['lubang', 'yang besar'], undefined, gap)).turn;
    expect((await said(19)).talk?.answers.what).toBe('lubang yang besar');
    expect(read(await said(19))).toBe('words.joined | Foto?');
    expect(read(await said(21))).toBe('again.choose | Foto?');
  });

  test('asks again an answer that a deploy made invalid, and drops no other', async () => {
    const begun = beginTalk('note', 'x7f2', { what: 'lubang', picture: 'not a list', gone: 1 });
    const { seen, turn } = await play([], begun);
    expect(seen).toEqual(['Foto?']);
    expect(turn.talk?.answers.what).toBe('lubang');
  });

  test('tells whether what was said became part of an answer', async () => {
    const took = async (...said: (string | Content)[]) => (await play(said)).turn.took;
    expect(await took('lubang')).toBe(true);
    expect(await took(photo)).toBe(true);
    expect(await took('x')).toBe(false);
    expect(await took('lubang', 'kembali')).toBe(false);
    expect(await took(photo, photo, { ...photo, media: 'three' } as Content)).toBe(false);
  });

  test('does at the end what it says it does, and nothing before', async () => {
    const { turn } = await play(['lubang', 'lewati', 'kirim']);
    expect(turn).toMatchObject({ talk: null, effects: [{ do: 'contact.resume' }] });
    for (const said of [['lubang'], ['lubang', 'lewati'], ['batal'], ['ada api', 'ya']])
      expect((await play(said)).turn.effects).toEqual([]);
  });
});
