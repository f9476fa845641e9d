import type { Inbound } from './conversation/inbound.ts';
import { type Reply, say, type Text } from './conversation/reply.ts';
import type { Decision } from './desk.ts';
import { judgeTries, readCode } from './domain/activation-code.ts';
import { mayAny } from './domain/permissions/may-any.ts';
import { isGranted } from './domain/permissions/verdict.ts';
import { hatsOf } from './domain/roles.ts';
import type { GroupCodeLook } from './groups.ts';
import type { Session } from './ports.ts';
import type { StaffDesk } from './reads.ts';

/** What somebody in a group wants of us. */
export type Asked =
  | { kind: 'press' }
  | { kind: 'link'; code: string | undefined }
  | { kind: 'answer'; words?: string }
  | { kind: 'work' }
  | { kind: 'note'; words: string };

/** What a message in a group asks, or nothing: commands that are not of groups, and what people say to each other. */
export const askedIn = ({ content, group, replyTo }: Inbound): Asked | undefined => {
  if (content.kind === 'choice') return { kind: 'press' };
  if (content.kind !== 'text') return undefined;
  const [, command, argument] = /^\/([a-z_]+)(?:@\w+)?(?:\s+([\s\S]+))?$/i.exec(content.text.trim()) ?? [];
  switch (command?.toLowerCase()) {
    case 'hubungkan':
      return { kind: 'link', code: argument && readCode(argument) };
    case 'balas':
      return { kind: 'answer', ...(argument && { words: argument.trim() }) };
    case 'tiket':
      return { kind: 'work' };
    case undefined:
      return group?.thread || replyTo ? { kind: 'note', words: content.text.trim() } : undefined;
    default:
      return undefined;
  }
};

/** Whether an employee may hand out the code of an office's group, and so link one. */
export const mayLink = ({ office, kind, roles }: StaffDesk, unit: string): boolean => {
  const on = office === unit ? 'own' : 'other';
  const hats = hatsOf({ kind, roles, active: true }).map((role) => ({ role, on }) as const);
  return isGranted(mayAny(hats, 'issue-group-code'));
};

export type LinkVerdict =
  | { kind: 'not-you'; counts: boolean }
  | { kind: 'wait'; hours: number }
  | { kind: 'no' }
  | { kind: 'yes'; unit: { code: string; name: string } };

const hourMs = 3_600_000;

/** Whether a code links a group for whoever typed it. Who may link none learns nothing about any code. */
export const judgeLink = ({ unit, tried, desk }: GroupCodeLook, now: Date): LinkVerdict => {
  if (!desk || !mayLink(desk, desk.office)) return { kind: 'not-you', counts: false };
  const tries = judgeTries(tried, now);
  if (!tries.may) return { kind: 'wait', hours: Math.ceil((tries.again.getTime() - now.getTime()) / hourMs) };
  if (!unit) return { kind: 'no' };
  return mayLink(desk, unit.code) ? { kind: 'yes', unit } : { kind: 'not-you', counts: true };
};

/** A decision that leaves a person's own conversation as it is. */
export const beside = ({ talk, parked, menu }: Session, effects: Decision['effects'] = []): Decision => ({
  talk,
  parked,
  menu,
  say: [],
  effects,
  took: false,
});

/** The longest toast (core.telegram.org/bots/api#answercallbackquery). */
const toastMost = 200;

const spokenOf = (replies: readonly Reply[], speak: (text: Text) => string): string =>
  replies.flatMap(({ note, text }) => [...(note ? [speak(note)] : []), speak(text)]).join('\n');

/**
 * What a press under a message in a group comes to. A short answer is a toast, and the person's own conversation stays as
 * it was; a conversation that begins, or an answer too long for a toast, goes to their private chat.
 */
export const inGroup = (session: Session, decision: Decision, speak: (text: Text) => string): Decision => {
  const known = [session.talk, ...session.parked].map((talk) => talk?.tag);
  if (decision.talk && !known.includes(decision.talk.tag))
    return { ...decision, toast: say('group.go-private') };
  const answers = decision.talk ? decision.say.slice(0, -1) : decision.say;
  const left = beside(session, decision.effects);
  if (decision.toast) return { ...left, toast: decision.toast };
  const text = spokenOf(answers, speak);
  const shows = answers.some(({ media, pin }) => media !== undefined || pin !== undefined);
  if (text.length <= toastMost && !shows) return { ...left, toast: { literal: text } };
  const menu = answers.at(-1)?.choices ?? session.menu;
  return { ...left, menu, say: answers, toast: say('group.go-private') };
};
