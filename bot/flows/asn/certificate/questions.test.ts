import { describe, expect, test } from 'vitest';
import type { Content } from '../../../conversation/inbound.ts';
import { openTalk, takeTurn } from '../../../conversation/take-turn.ts';
import { beginTalk } from '../../../conversation/talk.ts';
import { townReads } from '../../../conversation/testing/reads.ts';
import { momentOfTurn, newcomer } from '../../../conversation/testing/stage.ts';
import { tongueOf } from '../../../i18n/tongue.ts';
import { certificate } from './certificate.ts';
import { dateQuestion, ofQuestion } from './questions.ts';

const moment = momentOfTurn(newcomer());
const training = (code: string, title: string) => ({
  code,
  title,
  provider: 'BKPSDM',
  form: 'bimtek' as const,
  jp: 800,
  place: null,
  startsOn: '2026-11-02',
  endsOn: '2026-11-04',
});

/** What the open conversation makes of something said: the note above the next question, and that question. */
const told = async (content: Exclude<Content, { kind: 'choice' }>) => {
  const { talk } = await openTalk(certificate, beginTalk('certificate', 'abcd'), moment, townReads);
  if (!talk) throw new Error('nothing is asked');
  const turn = await takeTurn(certificate, talk, { content }, moment, tongueOf('id'), townReads);
  return { said: turn.say[0], asked: turn.talk?.asked };
};

describe('where a photo is asked for', () => {
  test('a PDF is told how to become one', async () => {
    const { said, asked } = await told({ kind: 'unsupported', what: 'document' });
    expect(said?.note).toEqual({ key: 'certificate.photo.file' });
    expect(asked).toBe('photo');
  });

  test('a sticker is told what any question tells it', async () => {
    const { said } = await told({ kind: 'unsupported', what: 'sticker' });
    expect(said?.note).toEqual({ key: 'unsupported.sticker' });
  });

  test('a title of a fire or of violence is no call for help', () => {
    expect(certificate.work).toBe(true);
  });
});

describe('which training a certificate is of', () => {
  const question = ofQuestion([training('PP-1', 'Pelayanan Prima'), training('PP-2', 'Pelayanan Publik')]);
  test.each([
    ['prima', { answer: 'PP-1' }],
    ['pelayanan publik', { answer: 'PP-2' }],
    ['Pelayanan', { again: { key: 'again.choose' } }],
    ['  Webinar  Arsip ', { answer: '=Webinar Arsip' }],
    ['arsi', { again: { key: 'words.short' } }],
  ])('%s', (text, heard) => {
    expect(question.hear.text?.({ kind: 'text', text })).toEqual(heard);
  });

  test('is asked again where the code is of none', () => {
    expect(['PP-1', '.', '=Webinar', 'XX-9', ''].map(question.valid)).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
  });
});

test('a certificate’s day is today or the last of its training by tap, never one that no button offers', () => {
  const choose = (id: string, of: Parameters<typeof dateQuestion>[1]) =>
    dateQuestion(moment, of).hear.choice?.({ kind: 'choice', id });
  expect(choose('today', undefined)).toEqual({ answer: '2026-11-18' });
  expect(choose('last', training('PP-1', 'Pelayanan Prima'))).toEqual({ answer: '2026-11-04' });
  expect(choose('last', { endsOn: '2026-11-18' })).toEqual({ again: { key: 'again.choose' } });
  expect(choose('last', { endsOn: null })).toEqual({ again: { key: 'again.choose' } });
});

describe('of a training whose certificate is here already', () => {
  const opened = (status: 'menunggu' | 'sah' | 'ditolak') =>
    openTalk(certificate, beginTalk('certificate', 'abcd', { of: 'PP-1' }), moment, {
      ...townReads,
      certificateDesk: async () => ({
        trainings: [],
        named: training('PP-1', 'Pelayanan Prima'),
        held: [
          { id: 7, training: 'PP-1', title: 'Pelayanan Prima', number: null, date: '2026-11-04', status },
        ],
      }),
    });

  test.each(['menunggu', 'sah'] as const)('one that is %s is told where it stands', async (status) => {
    const turn = await opened(status);
    expect(turn.talk).toBeNull();
    expect(turn.say[0]?.text).toMatchObject({
      key: 'certificate.held',
      with: { status: { key: `certificate.status.${status}` } },
    });
  });

  test('one that was sent back is corrected', async () => {
    expect(await opened('ditolak')).toMatchObject({
      talk: null,
      next: { form: 'certificate-fix', answers: { id: 7 } },
    });
  });
});
