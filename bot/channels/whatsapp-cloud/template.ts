import type { Address } from '../../conversation/inbound.ts';
import { message, type Wire } from './message.ts';
import { oneLine } from './words.ts';

/** A template that Meta has approved: its name and language, what fills its named blanks, and what its quick replies, from left to right, send back (at most 128 characters each). */
export type Template = {
  name: string;
  language: string;
  params: { readonly [name: string]: string };
  payloads: readonly string[];
};

/** Meta refuses an empty blank, and one with line breaks, tabs or more than four spaces on end (code 132018, page "template components"). */
const filled = (text: string): string => oneLine(text) || '-';

/** A message outside the 24-hour window: an approved template with its blanks filled. */
export const template = (
  to: Address,
  { name, language, params, payloads }: Template,
  letter?: string,
): Wire => {
  const blanks = Object.entries(params).map(([blank, text]) => ({
    type: 'text',
    parameter_name: blank,
    text: filled(text),
  }));
  const components = [
    ...(blanks.length > 0 ? [{ type: 'body', parameters: blanks }] : []),
    ...payloads.map((payload, index) => ({
      type: 'button',
      sub_type: 'quick_reply',
      index: String(index),
      parameters: [{ type: 'payload', payload }],
    })),
  ];
  return message(
    to,
    {
      type: 'template',
      template: { name, language: { code: language }, ...(components.length > 0 && { components }) },
    },
    letter,
  );
};
