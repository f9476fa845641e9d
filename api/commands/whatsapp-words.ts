import type { PauseReason } from '../linked-device/sending/restriction.ts';

/** What a close of the linked device means, and what a person does about it; `channels.md` 4.2 in words. */
export type CloseWords = { means: string; todo: string };

const pairAgain = 'Link it again with "npm run pendopo -- whatsapp pair --again".';
const byItself = 'Nothing: it comes back by itself.';
const resume = 'let it try again with "npm run pendopo -- whatsapp resume"';

const blocked: CloseWords = {
  means: 'WhatsApp has blocked or locked the number',
  todo: `Open WhatsApp on the office's phone and see what it says. If it works there, ${resume}; else tell people another channel.`,
};

const outdated: CloseWords = {
  means: 'WhatsApp does not take this version of the client any more',
  todo: `Update Pendopo, then ${resume}.`,
};

const relink: CloseWords = { means: 'WhatsApp does not know this device any more', todo: pairAgain };

const loggedOut: CloseWords = {
  means: 'the device was logged out on the phone, or by WhatsApp',
  todo: pairAgain,
};

const replaced: CloseWords = {
  means: 'another program uses the same link',
  todo: `End the other one, then ${resume}.`,
};

const words: { readonly [why: string]: CloseWords } = {
  401: loggedOut,
  402: {
    means: 'WhatsApp has blocked the number for some time',
    todo: `Wait until the phone can write again, then ${resume}.`,
  },
  403: blocked,
  406: blocked,
  405: outdated,
  408: { means: 'the connection was lost, or WhatsApp did not answer in time', todo: byItself },
  411: relink,
  'pair-again': relink,
  428: {
    means: 'WhatsApp closed the connection',
    todo: `${byItself} When it happens often, look at the number on the office's phone: it is a sign of trouble.`,
  },
  440: replaced,
  500: {
    means: 'an error that the client does not know',
    todo: `${byItself} Three of them within ten minutes are an alarm: look for an update of Pendopo.`,
  },
  503: { means: 'WhatsApp is not available at the moment', todo: byItself },
  515: { means: 'WhatsApp wants a new connection, as always after linking', todo: byItself },
  network: { means: 'WhatsApp cannot be reached', todo: `${byItself} Else look at this machine's network.` },
  breaker: {
    means: 'it could not connect many times in a row, and tries seldom now',
    todo: `Look at the network and at the office's phone. It tries every half hour, and at once when the service is started anew.`,
  },
  unreadable: {
    means: 'this APP_KEY cannot open what the device knows itself by',
    todo: 'Start the service with the key that it was linked with, or link it again with "npm run pendopo -- whatsapp pair --again".',
  },
  linked: {
    means: 'a number has just been linked',
    todo: 'Nothing while a service runs: it connects within seconds.',
  },
  resumed: {
    means: 'an operator let it try again',
    todo: 'Nothing: a running service tries within seconds.',
  },
};

/** The words of one close; a reason that has none of its own stands for itself. */
export const closeWords = (why: string): CloseWords =>
  (Object.hasOwn(words, why) ? words[why] : undefined) ?? {
    means: `the reason "${why}"`,
    todo: `Look at the service's log for it; when it is mended, ${resume}.`,
  };

const lift = 'Lift it with "npm run pendopo -- whatsapp resume".';

const pauses: { readonly [why in PauseReason]: CloseWords } = {
  'refused-463': {
    means: 'WhatsApp refused a message to somebody with whom it sees no conversation (463)',
    todo: `It is a warning before a ban: leave the number alone until then. ${lift}`,
  },
  'time-lock': {
    means: 'WhatsApp lets the number write to nobody for a time',
    todo: `Only WhatsApp can end that; ${resume} once the phone can write again.`,
  },
  'chats-capped': {
    means: 'WhatsApp counts no more new conversations of the number until its next count',
    todo: lift,
  },
  'daily-most': {
    means: 'the agency’s own limit of a day is reached; what waits goes after midnight',
    todo: 'Raise it with "npm run pendopo -- setting linked-device.daily-most NUMBER", then lift the pause with "npm run pendopo -- whatsapp resume".',
  },
};

const isPauseReason = (why: string): why is PauseReason => Object.hasOwn(pauses, why);

/** Why nothing is sent, and what a person does about it. */
export const pauseWords = (why: string): CloseWords =>
  isPauseReason(why) ? pauses[why] : { means: `the reason "${why}"`, todo: lift };
