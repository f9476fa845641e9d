import { fact, form } from '../../conversation/form.ts';
import { yesNo } from '../../conversation/questions/pick.ts';
import { type Choice, say, type Text } from '../../conversation/reply.ts';
import type { OwnChat } from '../../reads.ts';

type Facts = { chats: OwnChat[] };

const menu: Choice = { id: 'go:menu', label: say('button.menu') };
const pair: Choice = { id: 'go:pair-code', label: say('button.pair') };
export const newsHereChoice: Choice = { id: 'go:news-here', label: say('button.news-here') };
export const unpairChoice: Choice = { id: 'go:unpair', label: say('button.unpair') };

/** A chat by the app it is in; another one in this very app by that it is another. */
const nameOf = ({ channel, here }: OwnChat, all: readonly OwnChat[]): Text => {
  const app = say(`channel.${channel}`);
  if (here) return say('channels.here', { channel: app });
  return all.some((one) => one.here && one.channel === channel)
    ? say('channels.other', { channel: app })
    : app;
};

const newsGoes = (chats: readonly OwnChat[]): Text => {
  const chosen = chats.find(({ news }) => news);
  if (!chosen) return say('channels.news-each');
  return chosen.here
    ? say('channels.news-here')
    : say('channels.news-there', { channel: nameOf(chosen, chats) });
};

/** `/kanal`: which chats are this person's, where news goes, and what can be done about it. */
export const channels = form<Record<never, never>, Facts>({
  id: 'channels',
  facts: {
    chats: fact<Record<never, never>, OwnChat[], true>({ of: () => true, read: (reads) => reads.myChats() }),
  },
  questions: () => ({}),
  finish: ({ facts: { chats = [] } }) => {
    const [here, ...others] = chats;
    if (!here) return { say: [] };
    if (others.length === 0)
      return {
        say: [
          {
            text: say('channels.one', { channel: say(`channel.${here.channel}`) }),
            choices: [pair, menu],
          },
        ],
      };
    const list: Text = { join: chats.map((chat) => nameOf(chat, chats)), by: ', ' };
    return {
      say: [
        {
          text: { join: [say('channels.list', { list }), newsGoes(chats)], by: '\n\n' },
          choices: [...(here.news ? [] : [newsHereChoice]), pair, unpairChoice, menu],
        },
      ],
    };
  },
});

/** News and reminders come to this chat from now on. */
export const newsHere = form({
  id: 'news-here',
  questions: () => ({}),
  finish: () => ({
    say: [{ text: say('channels.chosen'), choices: [menu] }],
    effects: [{ do: 'person.choose' }],
  }),
});

/** This chat is no longer one of the person's others: a phone is given away, or a code was used by somebody else. */
export const unpair = form<{ sure: boolean }>({
  id: 'unpair',
  questions: () => ({ sure: yesNo({ text: say('unpair.ask') }) }),
  finish: ({ answers: { sure } }) =>
    sure
      ? { say: [{ text: say('unpair.done') }], effects: [{ do: 'person.part' }] }
      : { say: [{ text: say('unlink.kept') }] },
});
