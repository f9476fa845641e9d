import type { Entity } from './wire.ts';

const candidate = /[/@#]|:\/\//;
const pattern =
  /(?<url>https?:\/\/[^\s<>"]+)|(?<email>[\w.+-]+@[\w-]+\.[\w.-]+)|(?<![\p{L}\p{N}_/>])(?:(?<bot_command>\/[a-zA-Z0-9_]{1,64}(?:@\w{3,32})?)(?![\p{L}\p{N}_/])|(?<mention>@\w{3,32})|(?<hashtag>#[\p{L}\p{N}_]{1,256}))/gu;

/** Commands, links, mentions and hashtags that Telegram marks by itself; bots recognise commands by them. */
export function automaticEntities(text: string): Entity[] {
  if (!candidate.test(text)) return [];
  const found: Entity[] = [];
  for (const match of text.matchAll(pattern)) {
    const groups = match.groups ?? {};
    const type = Object.keys(groups).find((name) => groups[name] !== undefined);
    if (type) found.push({ type, offset: match.index, length: match[0].length });
  }
  return found;
}
