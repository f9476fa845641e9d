import { badRequest, type Params } from '../outcome.ts';
import { isRecord, nestedOf, textOf } from '../params.ts';
import type { Method } from './method.ts';

export const getMe: Method = ({ account }) => ({
  ...account.user,
  can_join_groups: true,
  can_read_all_group_messages: !account.privacy,
  supports_inline_queries: false,
  can_connect_to_business: false,
  has_main_web_app: false,
});

const scopes = new Set(
  'default all_private_chats all_group_chats all_chat_administrators chat chat_administrators chat_member'.split(
    ' ',
  ),
);

/** Which people a list of commands is for, as one key: scope, chat, person, language. */
function audience(params: Params): string {
  const scope = nestedOf(params, 'scope', "can't parse BotCommandScope JSON object") ?? { type: 'default' };
  if (!isRecord(scope) || !scopes.has(String(scope.type)))
    throw badRequest("can't parse BotCommandScope: Unsupported type specified");
  if (String(scope.type).startsWith('chat') && scope.chat_id === undefined)
    throw badRequest(`can't parse BotCommandScope: Can't find field "chat_id"`);
  const language = textOf(params, 'language_code');
  if (language !== '' && !/^[a-z]{2}$/.test(language)) throw badRequest('invalid language code specified');
  return ['commands', scope.type, scope.chat_id ?? '', scope.user_id ?? '', language].join(':');
}

export const setMyCommands: Method = ({ account }, params) => {
  const commands = nestedOf(params, 'commands', "can't parse commands JSON object");
  if (!Array.isArray(commands)) throw badRequest('expected an Array of BotCommand');
  if (commands.length > 100) throw badRequest('BOT_COMMANDS_TOO_MUCH');
  const key = audience(params);
  account.settings.set(key, commands.map(readCommand));
  return true;
};

function readCommand(value: unknown): { command: string; description: string } {
  if (!isRecord(value)) throw badRequest("can't parse BotCommand: expected an Object");
  const command = String(value.command ?? '').replace(/^\//, '');
  const description = String(value.description ?? '').trim();
  if (!/^[a-z0-9_]{1,32}$/.test(command)) throw badRequest('BOT_COMMAND_INVALID');
  if (description === '' || description.length > 256) throw badRequest('BOT_COMMAND_DESCRIPTION_INVALID');
  return { command, description };
}

export const getMyCommands: Method = ({ account }, params) => account.settings.get(audience(params)) ?? [];

export const deleteMyCommands: Method = ({ account }, params) => {
  account.settings.delete(audience(params));
  return true;
};

/** A text people see before they start, per language, with its longest length. */
const saved = (field: string, most: number): { set: Method; get: Method } => {
  const key = (params: Params) => `${field}:${textOf(params, 'language_code')}`;
  return {
    set: ({ account }, params) => {
      const text = textOf(params, field);
      if (text.length > most) throw badRequest(`${field.replaceAll('_', ' ')} is too long`);
      account.settings.set(key(params), text);
      return true;
    },
    get: ({ account }, params) => ({ [field]: account.settings.get(key(params)) ?? '' }),
  };
};

export const botName = saved('name', 64);
export const botDescription = saved('description', 512);
export const botShortDescription = saved('short_description', 120);

export const setChatMenuButton: Method = ({ account }, params) => {
  const button = nestedOf(params, 'menu_button', "can't parse MenuButton JSON object") ?? { type: 'default' };
  if (!isRecord(button) || !['default', 'commands', 'web_app'].includes(String(button.type)))
    throw badRequest("can't parse menu button: Unsupported type specified");
  account.settings.set(`menu:${textOf(params, 'chat_id')}`, button);
  return true;
};

export const getChatMenuButton: Method = ({ account }, params) =>
  account.settings.get(`menu:${textOf(params, 'chat_id')}`) ?? { type: 'commands' };
