import type { Sensitivity } from './category.ts';
import { type MaskWords, maskPersonal } from './masking.ts';

/** A report as far as a chat group asks for it; `words` are the citizen's own. */
export type ForGroup = {
  ticket: string;
  /** The category's label. */
  category: string;
  /** The local day it came. */
  received: string;
  link: string;
  sensitive: Sensitivity;
  confidential: boolean;
  words: string | null;
};

/** What a group may read of a report. */
export type GroupView = { ticket: string; category: string; received: string; link: string; words?: string };

/**
 * What a chat group may see of a report: anybody may be let into a group, so never who wrote, a number, an exact place
 * or a photo; of a *Tertutup* one no words; of a sensitive one nothing at all (`privacy.md` section 4, "Group chats").
 */
export function groupView(report: ForGroup, mask: MaskWords): GroupView | undefined {
  if (report.sensitive !== 'none') return undefined;
  const { ticket, category, received, link, words, confidential } = report;
  const seen = { ticket, category, received, link };
  return words && !confidential ? { ...seen, words: maskPersonal(words, mask).text } : seen;
}

/** Telegram's longest name of a topic (core.telegram.org/bots/api#createforumtopic). */
const topicMost = 128;

/** The name of a report's topic: whoever is in the group reads it, so nothing of the citizen's words stands in it. */
export function topicName({ ticket, category }: Pick<GroupView, 'ticket' | 'category'>): string {
  const name = `${ticket} · ${category}`;
  return name.length > topicMost ? `${name.slice(0, topicMost - 1)}…` : name;
}
