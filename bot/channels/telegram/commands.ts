import type { TextKey } from '../../i18n/keys.ts';
import { languages } from '../../i18n/languages.ts';
import { translate } from '../../i18n/translate.ts';
import type { Menus } from './menus.ts';

/** The updates we ask for; the others would only be thrown away. */
export const allowedUpdates = ['message', 'callback_query', 'my_chat_member'] as const;

/** A command that stands in the menu, with the key of its description. */
export type MenuCommand = { command: string; description: TextKey };

const described = (commands: readonly MenuCommand[], locale: string) =>
  commands.map(({ command, description }) => ({
    command,
    description: translate(locale, { key: description }),
  }));

/**
 * Puts the commands into the chat's menu, for everybody and for each language that Telegram knows (two letters only, so
 * not Minangkabau). What stands there already is not written again.
 */
export const publishCommands = async (
  menus: Menus,
  commands: readonly MenuCommand[],
  [source = 'id', ...others]: readonly string[],
): Promise<void> => {
  const scope = { type: 'all_private_chats' } as const;
  const publish = async (locale: string, language?: string) => {
    const wanted = described(commands, locale);
    const where = { scope, ...(language && { language_code: language }) };
    const there = await menus.getMyCommands(where);
    if (JSON.stringify(there) !== JSON.stringify(wanted)) await menus.setMyCommands(wanted, where);
  };
  await publish(source);
  for (const locale of others) if (locale.length === 2 && locale in languages) await publish(locale, locale);
};
