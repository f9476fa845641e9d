import { fact, form } from '../../../conversation/form.ts';
import { type Choice, literal, type Reply, say, type Text } from '../../../conversation/reply.ts';
import { yearOf } from '../../../domain/training/certificate.ts';
import type { OwnCertificate } from '../../../domain/training/certificate-view.ts';
import { jpWords, shortTitle } from '../../../domain/training/short-title.ts';
import type { StaffRecord } from '../../../reads.ts';

type Answers = { page: number };
type Facts = { mine: OwnCertificate[]; me: StaffRecord | null };

const perPage = 5;

const row = ({ title, jp, date, status }: OwnCertificate): Text =>
  say('certificates.line', {
    title: literal(shortTitle(title, 60)),
    jp: jpWords(jp),
    date: { date, year: true },
    status: say(`certificate.status.${status}`),
  });

/** Each year stands above its own. */
const rows = (shown: readonly OwnCertificate[]): Text[] =>
  shown.flatMap((one, i) => {
    const year = yearOf(one.date);
    const before = shown[i - 1];
    const begins = before === undefined || yearOf(before.date) !== year;
    return begins ? [say('certificates.year', { year }), row(one)] : [row(one)];
  });

/** Sent back, or sent with a photo that could not be opened. */
const needsFixing = ({ status, source, photo }: OwnCertificate): boolean =>
  status === 'ditolak' || (status === 'menunggu' && source === 'chat' && photo === null);

const turn = (page: number, key: 'button.next' | 'button.previous'): Choice => ({
  id: `go:certificates:${page}`,
  label: say(key),
});

const list = (mine: readonly OwnCertificate[], wanted: number): Reply => {
  const last = Math.max(0, Math.ceil(mine.length / perPage) - 1);
  const page = Math.min(wanted, last);
  const shown = mine.slice(page * perPage, (page + 1) * perPage);
  const broken = shown.filter(needsFixing);
  const lines = [...rows(shown), ...(broken.length > 0 ? [say('certificates.fix')] : [])];
  return {
    text: mine.length > 0 ? { join: lines, by: '\n' } : say('certificates.none'),
    columns: 1,
    choices: [
      ...broken.map(({ id, title }) => ({
        id: `go:certificate-fix:${id}`,
        label: literal(shortTitle(title, 20)),
      })),
      { id: 'go:certificate', label: say('button.certificate.send') },
      ...(page > 0 ? [turn(page - 1, 'button.previous')] : []),
      ...(page < last ? [turn(page + 1, 'button.next')] : []),
    ],
  };
};

/** One's own certificates by year, where each stands, and a tap to what needs correcting. */
export const certificates = form<Answers, Facts>({
  id: 'certificates',
  work: true,
  starts: (argument) => ({ page: /^\d{1,4}$/.test(argument) ? Number(argument) : 0 }),
  facts: {
    mine: fact<Answers, OwnCertificate[], true>({ of: () => true, read: (reads) => reads.ownCertificates() }),
    me: fact<Answers, StaffRecord | null, true>({ of: () => true, read: (reads) => reads.myRecord() }),
  },
  questions: () => ({}),
  finish: ({ answers: { page = 0 }, facts: { mine = [], me } }) => ({
    say: [me ? list(mine, page) : { text: say('profile.none') }],
  }),
  draft: () => undefined,
});
