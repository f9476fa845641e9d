import { type Asking, type Finish, fact, form } from '../../conversation/form.ts';
import { type Choice, literal, type Reply, say, type Text } from '../../conversation/reply.ts';
import { yearOf } from '../../domain/training/certificate.ts';
import type { CertificateCase } from '../../domain/training/certificate-view.ts';
import { jpWords, shortTitle } from '../../domain/training/short-title.ts';
import { formText, paperBlanks } from '../asn/certificate/paper.ts';
import { certificateReason } from './certificate-reason.ts';

/** What a button asks for, as it stands behind the number (`12 sah 19a0b1c2d3`). */
const verdicts = { sah: 'verify', tolak: 'reject', tarik: 'revoke' } as const;
type Verdict = keyof typeof verdicts;

const isVerdict = (word: string | undefined): word is Verdict =>
  word !== undefined && Object.hasOwn(verdicts, word);

type Answers = { id: number; verdict: Verdict; version: string; reason: string };
type Facts = { paper: CertificateCase | null };
type Ask = Asking<Answers, Facts>;

/** What may still be done with it, each at a tap. */
const stepsOf = ({ id, version, may, next }: CertificateCase): Choice[] => [
  ...(may.includes('verify')
    ? [{ id: `go:certificate-judge:${id} sah ${version}`, label: say('button.certificate.verify') }]
    : []),
  ...(may.includes('reject')
    ? [{ id: `go:certificate-judge:${id} tolak ${version}`, label: say('button.certificate.reject') }]
    : []),
  ...(may.includes('revoke')
    ? [{ id: `go:certificate-judge:${id} tarik ${version}`, label: say('button.certificate.revoke') }]
    : []),
  ...(next === null ? [] : [nextOne(next)]),
];

const nextOne = (id: number): Choice => ({
  id: `go:certificate-judge:${id}`,
  label: say('button.certificate.next'),
});

/** A certificate with its photo, who decided about it, and what may be done now. */
const card = (paper: CertificateCase, note?: Text): Reply => {
  const { photo, judge, judgedOn, name, unit, status } = paper;
  const lines = [
    say('certificate-judge.card', {
      ...paperBlanks(paper),
      form: formText(paper.form),
      name: literal(name),
      unit: literal(shortTitle(unit, 60)),
      status: say(`certificate.status.${status}`),
    }),
    ...(judge && judgedOn
      ? [say('certificate-judge.by', { name: literal(judge), date: { date: judgedOn } })]
      : []),
    ...(photo ? [] : [say('certificate-judge.no-photo')]),
  ];
  return {
    text: { join: lines, by: '\n' },
    ...(note && { note }),
    ...(photo && { media: [{ id: photo, kind: 'photo' as const }] }),
    choices: stepsOf(paper),
  };
};

/** Whatever keeps this verdict from being given: it is not theirs, somebody was faster, or the paper is another by now. */
const refused = ({ answers: { id, verdict, version }, facts: { paper } }: Ask): Finish | undefined => {
  if (paper === undefined && id !== undefined) return undefined;
  if (!paper) return { say: [{ text: say('certificate-judge.not-yours') }] };
  if (paper.own) return { say: [{ text: say('certificate-judge.own') }] };
  if (verdict === undefined) return { say: [card(paper)] };
  if (!paper.may.includes(verdicts[verdict])) return { say: [card(paper, say('certificate-judge.already'))] };
  if (version !== paper.version) return { say: [card(paper, say('certificate-judge.changed'))] };
  return undefined;
};

const decided = ({ name, jp, date, waiting, next }: CertificateCase, verdict: Verdict): Reply => {
  const blanks = { name: literal(name), jp: jpWords(jp), year: yearOf(date) };
  const said = say(`certificate-judge.${verdicts[verdict]}`, blanks);
  if (next === null) return { text: said };
  return {
    text: { join: [said, say('certificate-judge.left', { count: waiting })], by: '\n' },
    choices: [nextOne(next)],
  };
};

/** A certificate is verified at a tap, sent back with a reason, or what was verified is taken back; never one's own. */
export const certificateJudge = form<Answers, Facts>({
  id: 'certificate-judge',
  work: true,
  starts: (argument) => {
    const [, id, verdict, version] =
      /^(\d{1,15})(?: ([a-z]+) ([0-9a-f]{1,20}))?$/.exec(argument.trim()) ?? [];
    if (id === undefined) return {};
    return { id: Number(id), ...(isVerdict(verdict) && version !== undefined && { verdict, version }) };
  },
  facts: {
    paper: fact<Answers, CertificateCase | null, number>({
      of: ({ id }) => id,
      read: (reads, id) => reads.certificateCase(id),
    }),
  },
  questions: (ask) => ({
    ...(ask.answers.verdict !== 'sah' && {
      reason: certificateReason(ask.facts.paper?.name ?? '', ask.moment),
    }),
  }),
  ends: refused,
  review: ({ answers: { verdict, reason = '' }, facts: { paper } }) =>
    paper && verdict === 'tarik'
      ? {
          text: say('certificate-judge.revoke.review', {
            ...paperBlanks(paper),
            name: literal(paper.name),
            reason: literal(reason),
          }),
        }
      : undefined,
  finish: ({ answers: { verdict = 'tolak', reason }, facts: { paper } }) => {
    if (!paper) return { say: [] };
    const { id, version } = paper;
    const action = verdicts[verdict];
    return {
      say: [decided(paper, verdict)],
      effects: [{ do: 'certificate.judge', id, version, action, ...(reason && { reason }) }],
    };
  },
  draft: () => undefined,
});
