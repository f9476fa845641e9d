import { userInfo } from 'node:os';
import { parseArgs } from 'node:util';
import { isLanguage, languages } from '../../bot/i18n/languages.ts';

/** As whom somebody chats; each is a chat of its own, so that one person can hold several side by side. */
export const chatHats = ['citizen', 'asn', 'officer', 'supervisor'] as const;
export type ChatHat = (typeof chatHats)[number];

/** Who sits at the terminal. */
export type ChatOptions = { name: string; as: ChatHat; locale: string | undefined };

export const chatUsage = `Chat with the bot in this terminal, on the same database as the service.

  npm run chat -- [--as ${chatHats.join('|')}] [--locale ${Object.keys(languages).join('|')}] [--name NAME]

  --as      as whom: a citizen, or in a demo an invented employee with that hat
  --locale  the language of somebody who has not chosen one yet
  --name    who you are, so that several can chat (your user name)

Type numbers, labels or words; a place as @-7.33,110.50; a photo as: foto PATH. Ctrl-D ends.`;

const osName = (): string => {
  try {
    return userInfo().username;
  } catch {
    return 'terminal';
  }
};

/** Reads the options of `npm run chat`: what they say, a request for help, or one sentence on what is wrong. */
export const readChatOptions = (
  argv: readonly string[],
): ChatOptions | { help: true } | { wrong: string } => {
  try {
    const { values } = parseArgs({
      args: [...argv],
      options: {
        as: { type: 'string', default: 'citizen' },
        locale: { type: 'string' },
        name: { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    if (values.help) return { help: true };
    const as = chatHats.find((hat) => hat === values.as);
    if (!as) return { wrong: `--as must be one of ${chatHats.join(', ')}.` };
    if (values.locale !== undefined && !isLanguage(values.locale))
      return { wrong: `--locale must be one of ${Object.keys(languages).join(', ')}.` };
    const name = (values.name ?? osName()).trim();
    return name ? { name, as, locale: values.locale } : { wrong: '--name is empty.' };
  } catch (error) {
    return { wrong: error instanceof Error ? error.message : String(error) };
  }
};
