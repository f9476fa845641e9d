import type { Account } from './account.ts';
import type { Chat } from './chat.ts';
import type { WireMessage } from './wire.ts';

/**
 * Whether a person's message reaches the bot. In groups, with privacy mode on, only commands that are not another bot's
 * and replies to the bot do; an administrator hears everything. https://core.telegram.org/bots/features#privacy-mode
 */
export function hears(account: Account, chat: Chat, message: WireMessage): boolean {
  if (chat.wire.type === 'private' || chat.role === 'administrator' || !account.privacy) return true;
  const [, command, to] = /^(\/\w+)(?:@(\w+))?/.exec(message.text ?? message.caption ?? '') ?? [];
  if (command) return to === undefined || to === account.user.username;
  return message.reply_to_message?.from?.id === account.user.id;
}
