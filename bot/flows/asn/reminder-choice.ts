import { type Choice, say, type Text } from '../../conversation/reply.ts';
import type { Item, ItemKind } from '../../domain/reminding/item.ts';

/** One letter each, for a button carries 64 bytes and a training's code up to 40 of them. */
const letters = {
  register: 'r',
  complete: 'c',
  certificate: 's',
  jp_pace: 'j',
  date: 'd',
} as const satisfies {
  [kind in ItemKind]: string;
};

/** What a button speaks of: the kind, and the code of a training. */
export type Opened = { kind: ItemKind; code: string };

/** The letter of a kind and the code behind it, as `openChoice` writes them. */
export const openedBy = (argument: string): Opened | undefined => {
  const [letter, code = ''] = argument.split(':');
  const found = (Object.keys(letters) as ItemKind[]).find((kind) => letters[kind] === letter);
  return found && { kind: found, code };
};

const codeOf = ({ kind, key }: Item): string =>
  kind === 'jp_pace' || kind === 'date' ? '' : `:${key.split(':')[1]}`;

const label = (kind: ItemKind): Text => {
  switch (kind) {
    case 'register':
    case 'complete':
      return say('button.open-training');
    case 'certificate':
      return say('button.certificate.send');
    case 'jp_pace':
    case 'date':
      return say('button.profile');
    default:
      return kind satisfies never;
  }
};

/** One tap to the thing itself, which also tells that it was not passed over. */
export const openChoice = (item: Item): Choice => ({
  id: `go:reminder-open:${letters[item.kind]}${codeOf(item)}`,
  label: label(item.kind),
});
